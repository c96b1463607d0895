package org.huying.scenario;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huying.territory.DivisionImport;
import org.huying.territory.Kind;
import org.huying.territory.Level;
import org.huying.territory.Node;
import org.huying.territory.Territory;
import org.huying.territory.TerritoryCode;
import org.huying.territory.edit.Change;
import org.huying.territory.edit.TerritoryEdits;
import org.huying.territory.store.NodeRow.Sizes;
import org.springframework.boot.test.context.TestComponent;

/// The real divisions of a place, with a few made-up grids below some of them.
@TestComponent
class Ground {

    static final LocalDate SINCE = LocalDate.of(2024, 1, 1);

    private final DivisionImport divisions;
    private final Territory territory;
    private final TerritoryEdits edits;
    private final Clock clock;

    Ground(DivisionImport divisions, Territory territory, TerritoryEdits edits, Clock clock) {
        this.divisions = divisions;
        this.territory = territory;
        this.edits = edits;
        this.clock = clock;
    }

    /// How much of a place: so many of its real streets and towns, so many real communities in each, and so many grids in
    /// each of those; each grid has two micro-grids.
    record Part(int streets, int communities, int grids) {}

    /// The streets, communities, grids and micro-grids that take part, from above to below; in each grid one of each of the
    /// kinds that lie across its micro-grids.
    List<Node> laid(TerritoryCode place, Part part, Set<Kind> across) {
        var region = place.region();
        divisions.county(region);
        var streets =
                place.level() == Level.STREET
                        ? List.of(territory.node(place, clock.instant()).orElseThrow())
                        : below(place, part.streets());
        var all = new ArrayList<>(streets);
        for (var street : streets) {
            for (var community : below(street.code(), part.communities())) {
                all.add(community);
                for (int i = 1; i <= part.grids(); i++) {
                    var grid = made(region, community.code(), Kind.GRID, "第" + i + "网格");
                    all.add(grid);
                    for (int k = 1; k <= 2; k++) {
                        all.add(made(region, grid.code(), Kind.MICRO_GRID, "第" + k + "微网格"));
                    }
                    for (var kind : across) {
                        all.add(made(region, grid.code(), kind, kind + "一"));
                    }
                }
            }
        }
        return all;
    }

    private List<Node> below(TerritoryCode code, int most) {
        return territory.children(code, clock.instant()).stream()
                .filter(it -> it.kind() == Kind.DIVISION)
                .limit(most)
                .toList();
    }

    private Node made(String region, TerritoryCode parent, Kind kind, String name) {
        var place =
                new Change.NewPlace(
                        parent,
                        Optional.empty(),
                        kind,
                        name,
                        Sizes.UNKNOWN,
                        Optional.empty(),
                        true);
        return edits.apply(region, new Change.Create(place, SINCE)).getFirst();
    }
}
