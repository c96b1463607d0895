package org.huying.whistle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.territory.TerritoryCode;

/// A whistle as other modules may keep it: facts and identifiers, no person's details.
///
/// @param state the stored name, see [WhistleStateName]
/// @param callerUnit the body that whistled; empty where the desk of `callerNode` has none
public record WhistleSummary(
        String region,
        UUID id,
        int version,
        String number,
        String title,
        String state,
        boolean emergency,
        TerritoryCode area,
        Optional<UUID> callerUnit,
        TerritoryCode callerNode,
        List<Summoned> summoned,
        Instant blownAt) {

    /// A unit that was called.
    ///
    /// @param state the stored name, see [SummonsStateName]
    /// @param onDuty who of its team was on duty, where a team was called
    /// @param above the unit that was told that this one did not come
    public record Summoned(
            UUID unit,
            boolean lead,
            String state,
            Instant due,
            Optional<UUID> above,
            Optional<UUID> onDuty) {}
}
