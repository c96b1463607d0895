package org.huying.demo.founding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huying.demo.founding.Size.Chain;
import org.huying.org.edit.CoverageEdits;
import org.huying.org.edit.OrgEdits;
import org.huying.territory.TerritoryCode;

/// Bodies that stand on places or below other bodies: branches on grids, groups below branches, bodies that work for
/// several places or for an industry. Pure.
final class Chains {

    /// @param bodies parents before children
    /// @param coverage what those work for that have more to care for than the place they stand on
    record Made(List<OrgEdits.Entry> bodies, List<CoverageEdits.Entry> coverage) {

        /// What of it stands in a county.
        Made within(TerritoryCode county) {
            return new Made(
                    bodies.stream().filter(it -> it.anchor().orElseThrow().within(county)).toList(),
                    coverage.stream()
                            .filter(it -> it.areas().getFirst().area().within(county))
                            .toList());
        }
    }

    /// Somebody to stand below: a body on its place.
    private record Root(String key, String name, TerritoryCode area) {}

    private final List<Cell> cells;
    private final Map<String, List<Root>> roots = new HashMap<>();
    private final Map<String, Chain> chains = new HashMap<>();
    private final Made made = new Made(new ArrayList<>(), new ArrayList<>());

    private Chains(List<Cell> cells) {
        this.cells = cells;
    }

    static Made of(List<Cell> cells, List<Chain> chains) {
        var all = new Chains(cells);
        chains.forEach(all::add);
        return all.made;
    }

    private void add(Chain chain) {
        var above = within(dealt(chain) ? upper(chain) : places(chain), chain);
        var numbers = chain.number().over(above.size());
        var own = new ArrayList<Root>();
        for (int i = 0; i < numbers.length; i++) {
            var covered = covered(chain, above.get(i).area(), numbers[i]);
            for (int k = 0; k < numbers[i]; k++) {
                var mark = mark(chain, own.size(), numbers[i] > 1 ? k + 1 : 0);
                var body = body(chain, above.get(i), key(chain, above.get(i), k + 1), mark);
                cover(chain, body, own.size(), covered.isEmpty() ? List.of() : covered.get(k));
                own.add(body);
            }
        }
        roots.put(chain.key(), own);
        chains.put(chain.key(), chain);
    }

    /// Whether the bodies above stand on the same places, so that these are dealt out among them.
    private boolean dealt(Chain chain) {
        return chain.under()
                .map(chains::get)
                .filter(upper -> upper.level() == chain.level())
                .isPresent();
    }

    private List<Root> upper(Chain chain) {
        return chain.under().map(it -> roots.getOrDefault(it, List.of())).orElse(List.of());
    }

    private List<Root> places(Chain chain) {
        var parents = upper(chain);
        return Staff.areas(cells, chain.level(), chain.number()).stream()
                .map(it -> new Root(over(it, parents), it.shortName(), it.code()))
                .toList();
    }

    private static List<Root> within(List<Root> all, Chain chain) {
        var part = chain.marks().within();
        return all.stream().filter(it -> part.map(it.area()::within).orElse(true)).toList();
    }

    /// The body that leads a place: the first of `parents` in which it lies, else the one of the place itself.
    private static String over(Cell place, List<Root> parents) {
        return parents.stream()
                .filter(it -> place.code().within(it.area()))
                .findFirst()
                .map(Root::key)
                .orElseGet(() -> Bodies.leading(place.code()));
    }

    /// What sets the n-th body of a chain apart; `number` counts those of one place where there are several.
    private static String mark(Chain chain, int n, int number) {
        var names = chain.marks().names();
        var industries = List.copyOf(chain.marks().industries().values());
        if (n < names.size()) {
            return names.get(n);
        }
        var industry = industries.isEmpty() ? "" : industries.get(n % industries.size());
        boolean told = number == 0 || (n < industries.size() && industries.size() > 1);
        return told ? industry : industry + "第" + number;
    }

    private String key(Chain chain, Root above, int number) {
        return dealt(chain)
                ? above.key() + "-" + chain.key() + "-" + number
                : chain.key() + "-" + above.area() + "-" + number;
    }

    private Root body(Chain chain, Root above, String key, String mark) {
        var name = above.name() + mark + chain.name();
        made.bodies()
                .add(
                        new OrgEdits.Entry(
                                key,
                                name,
                                chain.kind(),
                                Optional.of(above.key()),
                                Optional.of(above.area())));
        return new Root(key, name, above.area());
    }

    private void cover(Chain chain, Root body, int n, List<TerritoryCode> areas) {
        var industries = List.copyOf(chain.marks().industries().keySet());
        if (areas.isEmpty() && industries.isEmpty()) {
            return;
        }
        var industry =
                industries.isEmpty()
                        ? Optional.<String>empty()
                        : Optional.of(industries.get(n % industries.size()));
        var places = areas.isEmpty() ? List.of(body.area()) : areas;
        made.coverage()
                .add(
                        new CoverageEdits.Entry(
                                body.key(),
                                places.stream()
                                        .map(it -> new CoverageEdits.Area(it, industry))
                                        .toList()));
    }

    /// The places that so many bodies of one place share out among themselves, neighbours together; where there are not
    /// enough, several bodies have the same.
    private List<List<TerritoryCode>> covered(Chain chain, TerritoryCode area, int bodies) {
        if (chain.marks().covers().isEmpty() || bodies == 0) {
            return List.of();
        }
        var places =
                Staff.areas(cells, chain.marks().covers().get(), Count.each(1)).stream()
                        .map(Cell::code)
                        .filter(it -> it.within(area))
                        .sorted()
                        .toList();
        var shares = Count.total(places.size()).over(bodies);
        var covered = new ArrayList<List<TerritoryCode>>();
        int from = 0;
        for (int i = 0; i < bodies; i++) {
            boolean enough = shares[i] > 0 || places.isEmpty();
            covered.add(
                    enough
                            ? places.subList(from, from + shares[i])
                            : List.of(places.get(i % places.size())));
            from += shares[i];
        }
        return covered;
    }
}
