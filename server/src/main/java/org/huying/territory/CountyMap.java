package org.huying.territory;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.huying.territory.geo.Bounds;
import org.huying.territory.geo.OutlineIndex;
import org.huying.territory.geo.OutlineIndex.Outline;
import org.huying.territory.store.NodeRow;
import org.huying.territory.store.Outlines;

/// Everything about one region's places, now and before, in memory. Immutable.
final class CountyMap {
    private final Map<String, List<Node>> versions = new HashMap<>();
    private final Map<String, List<String>> below = new HashMap<>();
    private final List<Node> outlined = new ArrayList<>();
    private final OutlineIndex index;
    private final Map<String, List<String>> heirs;

    /// @param heirs what came out of each code under another code
    CountyMap(List<NodeRow> rows, Map<String, List<String>> heirs) {
        this.heirs = Map.copyOf(heirs);
        var outlines = new ArrayList<Outline>();
        var sorted = new TreeMap<String, List<Node>>();
        for (var row : rows) {
            sorted.computeIfAbsent(row.code().value(), _ -> new ArrayList<>(1)).add(row.node());
            row.outline()
                    .map(Outlines::rings)
                    .filter(rings -> !rings.isEmpty())
                    .ifPresent(rings -> {
                        outlined.add(row.node());
                        outlines.add(outline(row.node(), rings));
                    });
        }
        versions.putAll(sorted);
        for (var code : sorted.keySet()) {
            TerritoryCode.of(code)
                    .parent()
                    .ifPresent(parent ->
                            below.computeIfAbsent(parent.value(), _ -> new ArrayList<>())
                                    .add(code));
        }
        index = OutlineIndex.of(outlines);
    }

    boolean holds(String code) {
        return versions.containsKey(code);
    }

    Optional<Node> node(TerritoryCode code, LocalDate day) {
        return valid(code.value(), day);
    }

    List<Node> children(TerritoryCode code, LocalDate day) {
        return below.getOrDefault(code.value(), List.of()).stream()
                .flatMap(child -> valid(child, day).stream())
                .toList();
    }

    /// The node and all below it, ordered by code.
    List<Node> within(TerritoryCode code, LocalDate day) {
        var found = new ArrayList<Node>();
        node(code, day).ifPresent(found::add);
        for (int i = 0; i < found.size(); i++) {
            found.addAll(children(found.get(i).code(), day));
        }
        found.sort(Comparator.comparing(Node::code));
        return found;
    }

    /// What is valid in place of a code: itself, or what came out of it, step by step.
    List<Node> successors(TerritoryCode code, LocalDate day) {
        var found = new TreeMap<TerritoryCode, Node>();
        var seen = new HashSet<String>();
        var next = new ArrayDeque<>(List.of(code.value()));
        while (!next.isEmpty()) {
            var one = next.pop();
            if (seen.add(one)) {
                valid(one, day)
                        .ifPresentOrElse(
                                node -> found.put(node.code(), node),
                                () -> next.addAll(heirs.getOrDefault(one, List.of())));
            }
        }
        return List.copyOf(found.values());
    }

    Optional<Node> locate(GeoPoint point, LocalDate day) {
        int found = index.locate(point.lon(), point.lat(), (int) day.toEpochDay());
        return found == OutlineIndex.NONE ? Optional.empty() : Optional.of(outlined.get(found));
    }

    /// The outlined places of these levels that touch the bounds, deepest first.
    List<TerritoryShapes.Shape> shapes(Bounds bounds, LocalDate day, Set<Level> levels) {
        return index
                .touching(
                        bounds,
                        (int) day.toEpochDay(),
                        it -> levels.contains(outlined.get(it).code().level()))
                .stream()
                .map(it -> new TerritoryShapes.Shape(outlined.get(it.outline()), it.rings()))
                .toList();
    }

    private Optional<Node> valid(String code, LocalDate day) {
        for (var node : versions.getOrDefault(code, List.of())) {
            if (!day.isBefore(node.validFrom()) && node.validTo().map(day::isBefore).orElse(true)) {
                return Optional.of(node);
            }
        }
        return Optional.empty();
    }

    private static Outline outline(Node node, List<double[]> rings) {
        return new Outline(
                node.code().value().length(),
                (int) node.validFrom().toEpochDay(),
                node.validTo().map(day -> (int) day.toEpochDay()).orElse(Integer.MAX_VALUE),
                rings);
    }
}
