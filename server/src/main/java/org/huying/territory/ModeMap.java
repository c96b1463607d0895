package org.huying.territory;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huying.territory.store.ModeRows.ModeRow;

/// The modes of one region by area, in memory. Immutable.
record ModeMap(Map<TerritoryCode, List<ModeRow>> byArea) {

    static ModeMap of(List<ModeRow> rows) {
        return new ModeMap(rows.stream().collect(Collectors.groupingBy(row -> row.spell().area())));
    }

    Optional<String> at(TerritoryCode place, Instant at) {
        return Stream.iterate(
                        Optional.of(place),
                        Optional::isPresent,
                        it -> it.flatMap(TerritoryCode::parent))
                .flatMap(Optional::stream)
                .flatMap(area -> byArea.getOrDefault(area, List.of()).stream())
                .filter(row -> row.covers(at))
                .findFirst()
                .map(row -> row.spell().mode());
    }
}
