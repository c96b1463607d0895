package org.huying.matter;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huying.territory.GeoPoint;
import org.huying.territory.TerritoryCode;

/// A matter as other modules may keep it: facts and identifiers, no person's details.
///
/// @param area where it lies; the county itself while the place is unknown
/// @param state the state's stored name, see [StateName]
/// @param unit who has it in hand
/// @param person the person within the unit, where one was named
/// @param due when the present stage ends; empty while no clock runs
/// @param wholeDue when the whole matter should be closed; empty while no clock runs
/// @param helpers units that help and still have something to do
/// @param playbook the playbook it was opened under, with its version
/// @param late stages that ended, or run, past their limit (`LATE` flag of statistics)
/// @param hidden never to be shown in public
/// @param phone blind index of the requester's phone, for exact search only
/// @param closedAt when it was resolved, if it still is
public record MatterSummary(
        String region,
        UUID id,
        int version,
        String number,
        String state,
        boolean open,
        String item,
        String itemClass,
        String channel,
        String demand,
        TerritoryCode area,
        Optional<GeoPoint> point,
        String title,
        String text,
        Optional<UUID> unit,
        Optional<UUID> person,
        List<UUID> helpers,
        Optional<UUID> requester,
        Optional<byte[]> phone,
        Instant reportedAt,
        Instant changedAt,
        Optional<Instant> due,
        Optional<Instant> wholeDue,
        boolean late,
        Optional<String> rating,
        Optional<Instant> closedAt,
        String playbook,
        int playbookVersion,
        boolean hidden,
        Beside beside) {

    /// What stands beside the state.
    ///
    /// @param involved units other than the one that has it in hand that have, or had, a part in it
    /// @param helping those of them that still have something to do
    /// @param master the matter it was merged into
    /// @param amber when the running stage turns amber, or an earlier time once it has
    public record Beside(
            Set<Flag> flags,
            List<UUID> involved,
            List<UUID> helping,
            Optional<UUID> master,
            Optional<Instant> amber) {

        public static final Beside NOTHING =
                new Beside(Set.of(), List.of(), List.of(), Optional.empty(), Optional.empty());

        public Beside {
            flags = Set.copyOf(flags);
            involved = List.copyOf(involved);
            helping = List.copyOf(helping);
        }
    }
}
