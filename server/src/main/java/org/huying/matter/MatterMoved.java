package org.huying.matter;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.eventlog.Fact;

/// A matter took one or more steps. Stored in the event log: add fields, never rename or remove one.
///
/// @param from state before, empty for a new matter
/// @param act the last act, e.g. `dispatch`
/// @param version the version it came to
/// @param unit who has it in hand now, or gave it back; absent for nobody
/// @param did the steps of it that say more than where they led
public record MatterMoved(
        String region,
        UUID subject,
        String from,
        String to,
        String act,
        UUID actor,
        Instant at,
        int version,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<UUID> unit,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Did> did)
        implements Fact {

    public static final String KIND = "matter.moved";

    @Override
    public String kind() {
        return KIND;
    }
}
