package org.huying.insight.sql;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.matter.Flag;
import org.huying.territory.TerritoryCode;

/// What a list may be narrowed to. `from` is inclusive, `to` exclusive; both look at the time of the report.
///
/// @param flag what stands beside the state
/// @param master the matter they were merged into
public record MatterFilter(
        Optional<TerritoryCode> area,
        Optional<String> item,
        Optional<String> state,
        Optional<String> channel,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<Flag> flag,
        Optional<UUID> master) {

    /// The parts of `cuts` in the area that is asked for.
    List<Cut> within(List<Cut> cuts) {
        return area.isEmpty() ? cuts : new Cut(area, Optional.empty()).and(cuts);
    }

    public static final MatterFilter NONE =
            new MatterFilter(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
}
