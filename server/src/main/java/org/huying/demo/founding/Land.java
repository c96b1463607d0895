package org.huying.demo.founding;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.huying.territory.DivisionImport;
import org.huying.territory.Kind;
import org.huying.territory.Level;
import org.huying.territory.Node;
import org.huying.territory.Territory;
import org.huying.territory.TerritoryCode;
import org.huying.territory.edit.OldGridEdits;
import org.huying.territory.edit.OutlineImport;
import org.huying.territory.edit.TerritoryEdits;
import org.huying.territory.geo.Datum;
import org.huying.territory.store.OldGrids.OldGrid;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The ground a place stands on: the real divisions, shaped to the number that is published, and the generated grids in a
/// schematic layout.
@Component
public class Land {

    /// Since when what is generated holds.
    public static final LocalDate SINCE = LocalDate.of(2024, 1, 1);

    private static final int BATCH = 15_000;
    private static final String SOURCE = "demo";

    private final DivisionImport divisions;
    private final Territory territory;
    private final TerritoryEdits edits;
    private final OutlineImport outlines;
    private final OldGridEdits oldGrids;
    private final Clock clock;
    private final JsonMapper json;

    Land(
            DivisionImport divisions,
            Territory territory,
            TerritoryEdits edits,
            OutlineImport outlines,
            OldGridEdits oldGrids,
            Clock clock,
            JsonMapper json) {
        this.divisions = divisions;
        this.territory = territory;
        this.edits = edits;
        this.outlines = outlines;
        this.oldGrids = oldGrids;
        this.clock = clock;
        this.json = json;
    }

    public Instant now() {
        return clock.instant();
    }

    List<TerritoryCode> counties(Size size) {
        return divisions.counties(size.place());
    }

    /// Makes sure that the divisions of the place are there and shapes them; answers the cells of each county as they are
    /// laid out, the county first.
    List<List<Cell>> prepare(Size size) {
        var counties = counties(size);
        counties.forEach(county -> divisions.county(county.value()));
        shape(size, counties);
        return laid(size, counties);
    }

    /// The same of what stands there, changing nothing.
    List<List<Cell>> survey(Size size) {
        var now = clock.instant();
        return laid(size, counties(size)).stream()
                .map(cells ->
                        cells.stream()
                                .filter(it -> territory.node(it.code(), now).isPresent())
                                .toList())
                .toList();
    }

    private List<List<Cell>> laid(Size size, List<TerritoryCode> counties) {
        var now = clock.instant();
        var places = places(size, counties, now);
        var chosen =
                size
                        .ground()
                        .communities()
                        .map(number -> Shaping.chosen(places, number))
                        .orElse(places)
                        .stream()
                        .map(Node::code)
                        .collect(Collectors.toSet());
        var laid = counties.stream().map(county -> laid(size.place(), county, now)).toList();
        var below =
                Layout.below(
                        Layout.communities(laid.stream().flatMap(List::stream).toList(), chosen),
                        size.ground());
        return laid.stream().map(cells -> with(cells, below)).toList();
    }

    /// Stores outlines, grids and micro-grids, and what each line of work called the grids before they became one. What
    /// is there already stays.
    void parcel(List<Cell> cells, Map<String, String> lines) {
        var region = cells.getFirst().code().value();
        outline(region, cells.stream().filter(it -> !it.at(Level.MICRO_GRID)).toList());
        outline(region, cells.stream().filter(it -> it.kind() == Kind.MICRO_GRID).toList());
        outline(
                region,
                cells.stream()
                        .filter(it -> it.at(Level.MICRO_GRID) && it.kind() != Kind.MICRO_GRID)
                        .toList());
        var grids = cells.stream().filter(it -> it.kind() == Kind.GRID).toList();
        var outcome = oldGrids.save(region, former(grids, lines), SINCE);
        if (!outcome.flaws().isEmpty()) {
            throw new IllegalStateException("Old grids: " + outcome.flaws().getFirst());
        }
    }

    private static List<OldGrid> former(List<Cell> grids, Map<String, String> lines) {
        return lines.entrySet().stream()
                .flatMap(line ->
                        grids.stream()
                                .map(grid ->
                                        new OldGrid(
                                                line.getKey(),
                                                line.getKey() + "-" + grid.code(),
                                                grid.name() + "（" + line.getValue() + "）",
                                                grid.code())))
                .toList();
    }

    /// Merges and adds communities, each in a transaction of its own; what has been done is not done again.
    private void shape(Size size, List<TerritoryCode> counties) {
        var ground = size.ground();
        if (ground.communities().isEmpty()) {
            return;
        }
        int number = ground.communities().get();
        var now = clock.instant();
        if (ground.mergedFrom() > 0) {
            var before = Shaping.DAY.minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
            var real = places(size, counties, before);
            for (var merger : Shaping.mergers(real, ground.mergedFrom(), number)) {
                if (merger.parts().stream().allMatch(it -> territory.node(it, now).isPresent())) {
                    edits.apply(merger.into().parent().region(), merger);
                }
            }
        }
        for (var addition : Shaping.additions(places(size, counties, now), number)) {
            edits.apply(addition.place().parent().region(), addition);
        }
    }

    private List<Node> places(Size size, List<TerritoryCode> counties, Instant at) {
        return counties.stream()
                .flatMap(county -> territory.within(county, at).stream())
                .filter(node -> node.kind() == Kind.DIVISION && node.code().within(size.place()))
                .toList();
    }

    private List<Cell> laid(TerritoryCode place, TerritoryCode county, Instant now) {
        var node = territory.node(county, now).orElseThrow();
        return Layout.divisions(
                node,
                Centres.of(county.value()),
                code ->
                        territory.children(code, now).stream()
                                .filter(it -> it.kind() == Kind.DIVISION)
                                .filter(it -> it.code().within(place) || place.within(it.code()))
                                .toList());
    }

    private static List<Cell> with(List<Cell> county, List<Cell> below) {
        var code = county.getFirst().code();
        var all = new ArrayList<>(county);
        below.stream().filter(it -> it.code().within(code)).forEach(all::add);
        return all.stream()
                .sorted(Comparator.comparingInt((Cell it) -> it.code().value().length()))
                .toList();
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
