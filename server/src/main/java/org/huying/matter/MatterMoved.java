package org.huying.matter;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.huying.eventlog.Fact;
import org.huying.eventlog.StoredFact;

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

    /// Region → matter → the latest version among these facts. Facts that were stored before they told it count as the
    /// very latest.
    public static Map<String, Map<UUID, Integer>> versions(Collection<StoredFact> moves) {
        var versions = new TreeMap<String, Map<UUID, Integer>>();
        for (var move : moves) {
            versions.computeIfAbsent(move.region(), _ -> new HashMap<>())
                    .merge(
                            move.subject(),
                            move.facts().path("version").asInt(Integer.MAX_VALUE),
                            Math::max);
        }
        return versions;
    }

    @Override
    public String kind() {
        return KIND;
    }
}
