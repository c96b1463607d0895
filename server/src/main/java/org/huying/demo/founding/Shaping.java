package org.huying.demo.founding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huying.territory.Kind;
import org.huying.territory.Level;
import org.huying.territory.Node;
import org.huying.territory.TerritoryCode;
import org.huying.territory.edit.Change;
import org.huying.territory.edit.Change.NewPlace;
import org.huying.territory.store.NodeRow.Sizes;

/// Which changes bring the real communities of a place to the number that is published. Pure.
final class Shaping {
    /// Before the grids were drawn.
    static final LocalDate DAY = LocalDate.of(2021, 1, 1);

    private static final String SOURCE = "按公布数生成";

    private Shaping() {}

    /// Streets and towns come in the order of their codes; of their communities urban ones first.
    static List<Node> chosen(List<Node> places, int number) {
        return communities(places)
                .sorted(
                        Comparator.comparing((Node node) -> !node.generated())
                                .thenComparing(node -> !urban(node.name()))
                                .thenComparing(Node::code))
                .limit(number)
                .sorted(Comparator.comparing(Node::code))
                .toList();
    }

    /// One merger for each new community: neighbours of one street, two or three each. Parts that have been merged
    /// already are left alone.
    ///
    /// @param ever all communities that there ever were, as shipped
    static List<Change.Merge> mergers(List<Node> ever, int from, int into) {
        var streets =
                ever.stream()
                        .filter(node -> node.name().endsWith("街道"))
                        .map(Node::code)
                        .collect(Collectors.toCollection(HashSet::new));
        var parts =
                communities(ever)
                        .filter(node -> streets.contains(node.code().at(Level.STREET)))
                        .sorted(
                                Comparator.comparing((Node node) -> !urban(node.name()))
                                        .thenComparing(Node::code))
                        .limit(from)
                        .collect(
                                Collectors.groupingBy(
                                        node -> node.code().at(Level.STREET),
                                        TreeMap::new,
                                        Collectors.toList()));
        var groups = Shares.pairs(into, parts.values().stream().mapToInt(List::size).toArray());
        var mergers = new ArrayList<Change.Merge>();
        int i = 0;
        for (var street : parts.entrySet()) {
            mergers.addAll(mergers(street.getKey(), street.getValue(), groups[i++]));
        }
        return mergers;
    }

    /// New communities where there are not enough real ones, dealt out over the streets.
    static List<Change.Create> additions(List<Node> places, int number) {
        int missing = number - (int) communities(places).count();
        var streets = places.stream().filter(node -> node.code().level() == Level.STREET).toList();
        var added = new ArrayList<Change.Create>();
        for (int i = 0; i < missing; i++) {
            var street = streets.get(i % streets.size());
            var name = street.name() + "第" + (i / streets.size() + 1) + "生成社区";
            added.add(new Change.Create(place(street.code(), name), DAY));
        }
        return added;
    }

    static boolean urban(String name) {
        return name.contains("社区") || name.contains("居");
    }

    private static List<Change.Merge> mergers(
            TerritoryCode street, List<Node> unsorted, int groups) {
        var parts = unsorted.stream().sorted(Comparator.comparing(Node::code)).toList();
        var mergers = new ArrayList<Change.Merge>();
        var sizes = groups == 0 ? new int[0] : Count.total(parts.size()).over(groups);
        int from = 0;
        for (int size : sizes) {
            var group = parts.subList(from, from + size);
            from += size;
            var name = Cell.shortName(group.getFirst().name()).replaceFirst("(村|社区)$", "");
            mergers.add(
                    new Change.Merge(
                            group.stream().map(Node::code).toList(),
                            place(street, name + "社区（合并生成）"),
                            DAY,
                            SOURCE,
                            true));
        }
        return mergers;
    }

    private static NewPlace place(TerritoryCode street, String name) {
        return new NewPlace(
                street,
                Optional.empty(),
                Kind.DIVISION,
                name,
                Sizes.UNKNOWN,
                Optional.empty(),
                true);
    }

    private static Stream<Node> communities(List<Node> places) {
        return places.stream()
                .filter(node -> node.code().level() == Level.COMMUNITY)
                .filter(node -> node.kind() == Kind.DIVISION);
    }
}
