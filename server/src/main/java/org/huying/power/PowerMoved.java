package org.huying.power;

import java.time.Instant;
import java.util.UUID;
import org.huying.eventlog.Fact;

/// A power was used, or something was said to its use. Stored in the event log: add fields, never rename or remove one.
///
/// @param act `use`, `object`, `respond`, `rule`, `answer`, `late`
/// @param node the place whose desk used it
/// @param agreed whether a response or ruling agreed with the objection
public record PowerMoved(
        String region,
        UUID subject,
        String act,
        UUID department,
        String node,
        String title,
        boolean agreed,
        Instant at)
        implements Fact {

    public static final String KIND = "power.moved";

    @Override
    public String kind() {
        return KIND;
    }
}
