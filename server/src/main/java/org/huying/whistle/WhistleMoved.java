package org.huying.whistle;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.huying.eventlog.Fact;

/// A whistle took one or more steps. Stored in the event log: add fields, never rename or remove one.
///
/// @param from state before, empty for a new whistle
/// @param act the last act, e.g. `check-in`
/// @param unit the summoned unit that the last act is about; empty where it is about none
/// @param word the old and the new limit, where the days have moved one
public record WhistleMoved(
        String region,
        UUID subject,
        String from,
        String to,
        String act,
        String unit,
        UUID actor,
        Instant at,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) String word)
        implements Fact {

    public static final String KIND = "whistle.moved";

    @Override
    public String kind() {
        return KIND;
    }
}
