package org.huying.territory;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.huying.territory.store.ModeRows.ModeRow;

/// The modes of one region by area, in memory. Immutable.
record ModeMap(Map<TerritoryCode, List<ModeRow>> byArea) {

    static ModeMap of(List<ModeRow> rows) {
        return new ModeMap(rows.stream().collect(Collectors.groupingBy(row -> row.spell().area())));
    }

    Optional<String> at(TerritoryCode place, Instant at) {
        for (var area = Optional.of(place); area.isPresent(); area = area.get().parent()) {
            for (var row : byArea.getOrDefault(area.get(), List.of())) {
                if (row.covers(at)) {
                    return Optional.of(row.spell().mode());
                }
            }
        }
        return Optional.empty();
    }
}
