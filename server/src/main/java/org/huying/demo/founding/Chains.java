package org.huying.demo.founding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huying.demo.founding.Size.Chain;
import org.huying.org.edit.OrgEdits;
import org.huying.territory.TerritoryCode;

/// Bodies that stand on places or below other bodies: branches on grids, groups below branches. Pure.
final class Chains {

    private record Root(String key, String name, TerritoryCode area) {}

    private Chains() {}

    /// Parents before children.
    static List<OrgEdits.Entry> of(List<Cell> cells, List<Chain> chains) {
        var made = new HashMap<String, List<Root>>();
        var entries = new ArrayList<OrgEdits.Entry>();
        for (var chain : chains) {
            var roots = roots(cells, chain, made);
            var numbers = chain.number().over(roots.size());
            var own = new ArrayList<Root>();
            for (int i = 0; i < numbers.length; i++) {
                for (int k = 1; k <= numbers[i]; k++) {
                    own.add(entry(chain, roots.get(i), k, numbers[i] > 1, entries));
                }
            }
            made.put(chain.key(), own);
        }
        return entries;
    }

    private static List<Root> roots(List<Cell> cells, Chain chain, Map<String, List<Root>> made) {
        return chain.under()
                .map(it -> made.getOrDefault(it, List.of()))
                .orElseGet(() ->
                        Staff.areas(cells, chain.level(), chain.number()).stream()
                                .map(it ->
                                        new Root(
                                                Bodies.leading(it.code()),
                                                it.shortName(),
                                                it.code()))
                                .toList());
    }

    private static Root entry(
            Chain chain, Root above, int number, boolean numbered, List<OrgEdits.Entry> entries) {
        var key =
                chain.under().isPresent()
                        ? above.key() + "-" + chain.key() + "-" + number
                        : chain.key() + "-" + above.area() + "-" + number;
        var name = above.name() + (numbered ? "第" + number : "") + chain.name();
        entries.add(
                new OrgEdits.Entry(
                        key,
                        name,
                        chain.kind(),
                        Optional.of(above.key()),
                        Optional.of(above.area())));
        return new Root(key, name, above.area());
    }
}
