package org.huying.insight;

import java.time.Instant;
import java.util.UUID;
import org.huying.eventlog.Fact;

/// Many requests of one item in one place have become an alert. Stored in the event log: add fields, never rename or
/// remove one.
///
/// @param subject the alert
/// @param count how many there were then
public record BurstRaised(
        String region, UUID subject, String item, String area, int count, Instant at)
        implements Fact {

    public static final String KIND = "insight.burst-raised";

    @Override
    public String kind() {
        return KIND;
    }
}
