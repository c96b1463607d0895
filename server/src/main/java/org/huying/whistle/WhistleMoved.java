package org.huying.whistle;

import java.time.Instant;
import java.util.UUID;
import org.huying.eventlog.Fact;

/// A whistle took one or more steps. Stored in the event log: add fields, never rename or remove one.
///
/// @param from state before, empty for a new whistle
/// @param act the last act, e.g. `check-in`
/// @param unit the summoned unit that the last act is about; empty where it is about none
public record WhistleMoved(
        String region,
        UUID subject,
        String from,
        String to,
        String act,
        String unit,
        UUID actor,
        Instant at)
        implements Fact {

    public static final String KIND = "whistle.moved";

    @Override
    public String kind() {
        return KIND;
    }
}
