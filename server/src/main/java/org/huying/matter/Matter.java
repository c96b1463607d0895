package org.huying.matter;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.territory.GeoPoint;
import org.huying.territory.TerritoryCode;

/// One matter as it stands. Immutable; every step answers a new one with the next version.
///
/// @param since when the present stage began
/// @param steps how many history rows it has; the last of them has the hash `chain`
record Matter(
        MatterId id,
        int version,
        Report report,
        Subject subject,
        MatterState state,
        StageClock clock,
        Instant since,
        Instant changedAt,
        int steps,
        byte[] chain) {

    /// What it is about and where.
    record Subject(
            Optional<String> item,
            Optional<String> itemClass,
            TerritoryCode area,
            Optional<GeoPoint> point) {}

    List<UUID> unitsInHand() {
        return state.assignment().map(it -> List.of(it.unit())).orElse(List.of());
    }

    Optional<String> rating() {
        return switch (state) {
            case MatterState.Rated(_, _, var answer) -> Optional.of(answer);
            case MatterState.Closed(_, _, var answer) -> answer;
            case MatterState.Reported _,
                    MatterState.Rejected _,
                    MatterState.Accepted _,
                    MatterState.Dispatched _,
                    MatterState.Returned _,
                    MatterState.InProgress _,
                    MatterState.Handled _,
                    MatterState.Verifying _,
                    MatterState.Rework _ ->
                    Optional.empty();
        };
    }
}
