package org.huying.matter;

import java.time.Instant;
import java.util.UUID;
import org.huying.eventlog.Fact;

/// A matter took one or more steps. Stored in the event log: add fields, never rename or remove one.
///
/// @param from state before, empty for a new matter
/// @param act the last act, e.g. `dispatch`
public record MatterMoved(
        String region, UUID subject, String from, String to, String act, UUID actor, Instant at)
        implements Fact {

    public static final String KIND = "matter.moved";

    @Override
    public String kind() {
        return KIND;
    }
}
