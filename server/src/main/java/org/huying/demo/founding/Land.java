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
import org.huying.territory.edit.OutlineImport;
import org.huying.territory.edit.TerritoryEdits;
import org.huying.territory.geo.Datum;
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
    private final Clock clock;
    private final JsonMapper json;

    Land(
            DivisionImport divisions,
            Territory territory,
            TerritoryEdits edits,
            OutlineImport outlines,
            Clock clock,
            JsonMapper json) {
        this.divisions = divisions;
        this.territory = territory;
        this.edits = edits;
        this.outlines = outlines;
        this.clock = clock;
        this.json = json;
    }

    public Instant now() {
        return clock.instant();
    }

    /// Makes sure that the divisions of the place are there, shapes and lays them out; answers the cells of each county,
    /// the county first. Throws `Problem.NOT_FOUND` for a code that is no county or town.
    List<List<Cell>> survey(Size size) {
        var counties = divisions.counties(size.place());
        counties.forEach(county -> divisions.county(county.value()));
        shape(size, counties);
        var now = clock.instant();
        var chosen =
                size
                        .ground()
                        .communities()
                        .map(number -> Shaping.chosen(places(size, counties, now), number))
                        .orElseGet(() -> places(size, counties, now))
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

    /// Stores outlines, grids and micro-grids. What is there already stays.
    void parcel(List<Cell> cells) {
        var region = cells.getFirst().code().value();
        outline(region, cells.stream().filter(it -> !it.at(Level.MICRO_GRID)).toList());
        outline(region, cells.stream().filter(it -> it.at(Level.MICRO_GRID)).toList());
    }

    /// Merges and adds communities, each in a transaction of its own; what has been done is not done again.
    private void shape(Size size, List<TerritoryCode> counties) {
        var ground = size.ground();
        if (ground.communities().isEmpty()) {
            return;
        }
        int number = ground.communities().get();
        var now = clock.instant();
        if (ground.mergedFrom().isPresent()) {
            var before = Shaping.DAY.minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
            var real = places(size, counties, before);
            for (var merger : Shaping.mergers(real, ground.mergedFrom().get(), number)) {
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
