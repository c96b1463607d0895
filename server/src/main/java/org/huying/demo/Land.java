package org.huying.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.huying.territory.DivisionImport;
import org.huying.territory.Kind;
import org.huying.territory.Level;
import org.huying.territory.Territory;
import org.huying.territory.TerritoryCode;
import org.huying.territory.edit.OutlineImport;
import org.huying.territory.geo.Datum;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The ground the town of a demo stands on: the real divisions, and the generated grids in a schematic layout.
@Component
class Land {

    /// Since when what is generated holds.
    static final LocalDate SINCE = LocalDate.of(2024, 1, 1);

    private static final int BATCH = 15_000;
    private static final String SOURCE = "demo";

    private final DivisionImport divisions;
    private final Territory territory;
    private final OutlineImport outlines;
    private final Clock clock;
    private final JsonMapper json;

    Land(
            DivisionImport divisions,
            Territory territory,
            OutlineImport outlines,
            Clock clock,
            JsonMapper json) {
        this.divisions = divisions;
        this.territory = territory;
        this.outlines = outlines;
        this.clock = clock;
        this.json = json;
    }

    Instant now() {
        return clock.instant();
    }

    /// Makes sure that the county's divisions are there, and lays them out. Throws `Problem.NOT_FOUND` for a code that is
    /// no county.
    List<Cell> survey(String region) {
        divisions.county(region);
        var now = clock.instant();
        var county =
                territory
                        .node(TerritoryCode.of(region), now)
                        .orElseThrow(() -> new IllegalStateException("No county " + region));
        return Layout.of(
                county,
                Centres.of(region),
                code ->
                        territory.children(code, now).stream()
                                .filter(node -> node.kind() == Kind.DIVISION)
                                .toList());
    }

    /// Stores outlines, grids and micro-grids. What is there already stays.
    void parcel(String region, List<Cell> cells) {
        outline(region, cells.stream().filter(it -> !it.at(Level.MICRO_GRID)).toList());
        outline(region, cells.stream().filter(it -> it.at(Level.MICRO_GRID)).toList());
    }

    private void outline(String region, List<Cell> cells) {
        var request = new OutlineImport.Request(Datum.CGCS2000, SINCE, SOURCE, false);
        for (int from = 0; from < cells.size(); from += BATCH) {
            var part = cells.subList(from, Math.min(from + BATCH, cells.size()));
            var features = part.stream().map(Cell::feature).toList();
            var collection = Map.of("type", "FeatureCollection", "features", features);
            var outcome = outlines.run(region, json.valueToTree(collection), request);
            if (!outcome.flaws().isEmpty()) {
                throw new IllegalStateException(
                        "The generated layout has flaws: " + outcome.flaws().getFirst());
            }
        }
    }
}
