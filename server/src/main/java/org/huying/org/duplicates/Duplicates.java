package org.huying.org.duplicates;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huying.territory.TerritoryCode;

/// Finds bodies that are probably the same under two spellings. It only proposes; people decide.
public final class Duplicates {
    private static final double SAME = 0.98;
    private static final double STREET_LEFT_OUT = 0.88;
    private static final double ABBREVIATED = 0.75;

    private Duplicates() {}

    /// A body as far as it is compared.
    public record Body(UUID id, String name, Optional<TerritoryCode> anchor) {}

    /// Two bodies that are probably one, `score` between 0 and 1, with the reason in Chinese.
    public record Pair(Body one, Body other, double score, String reason) {}

    private record Taken(Body body, BodyName name) {}

    private record Likeness(double score, String reason) {}

    /// The probable pairs, most probable first. `streets` are the street names of the county, with or without 街道.
    public static List<Pair> among(List<Body> bodies, Set<String> streets) {
        var stems = stems(bodies, streets);
        var taken =
                bodies.stream()
                        .map(body -> new Taken(body, BodyName.of(body.name(), stems)))
                        .filter(one -> !one.name().core().isEmpty())
                        .toList();
        var pairs = new LinkedHashMap<Set<UUID>, Pair>();
        var byCore = taken.stream().collect(Collectors.groupingBy(one -> one.name().core()));
        byCore.values().forEach(group -> compare(group, pairs));
        abbreviations(taken, byCore.keySet(), pairs);
        return pairs.values().stream()
                .sorted(
                        Comparator.comparingDouble((Pair pair) -> -pair.score())
                                .thenComparing(pair -> pair.one().name())
                                .thenComparing(pair -> pair.other().name()))
                .toList();
    }

    private static Set<String> stems(List<Body> bodies, Set<String> streets) {
        var stems = new TreeSet<>(BodyName.streetsIn(bodies.stream().map(Body::name).toList()));
        streets.forEach(name -> stems.add(name.replaceFirst("(街道办事处|街道|镇|乡)$", "")));
        return stems;
    }

    private static void compare(List<Taken> group, Map<Set<UUID>, Pair> pairs) {
        long streets =
                group.stream().flatMap(one -> one.name().street().stream()).distinct().count();
        for (int i = 0; i < group.size(); i++) {
            for (int j = i + 1; j < group.size(); j++) {
                put(
                        group.get(i),
                        group.get(j),
                        likeness(group.get(i), group.get(j), streets),
                        pairs);
            }
        }
    }

    private static Optional<Likeness> likeness(Taken one, Taken other, long streets) {
        if (apart(one.body(), other.body())) {
            return Optional.empty();
        }
        var here = one.name().street();
        var there = other.name().street();
        if (here.equals(there)) {
            return Optional.of(new Likeness(SAME, "名称去除括号、全半角、语序和简称差异后相同"));
        }
        if ((here.isPresent() && there.isPresent()) || streets > 1) {
            return Optional.empty(); // different streets, or a name that several streets use
        }
        return Optional.of(new Likeness(STREET_LEFT_OUT, "名称相同，其中一个省略了所属街道"));
    }

    /// One core is the other with characters left out: same first and last character, at least three fifths of it.
    private static void abbreviations(
            List<Taken> taken, Set<String> cores, Map<Set<UUID>, Pair> pairs) {
        var byEnds = new HashMap<String, List<String>>();
        cores.stream()
                .filter(core -> core.length() >= 4)
                .forEach(core ->
                        byEnds.computeIfAbsent(ends(core), _ -> new ArrayList<>()).add(core));
        for (var one : taken) {
            for (var longer : byEnds.getOrDefault(ends(one.name().core()), List.of())) {
                if (abbreviates(one.name().core(), longer)) {
                    taken.stream()
                            .filter(other -> other.name().core().equals(longer))
                            .filter(other -> other.name().street().equals(one.name().street()))
                            .filter(other -> !apart(one.body(), other.body()))
                            .forEach(other ->
                                    put(
                                            one,
                                            other,
                                            Optional.of(new Likeness(ABBREVIATED, "一个名称像是另一个的简称")),
                                            pairs));
                }
            }
        }
    }

    private static String ends(String core) {
        return core.substring(0, 1) + core.substring(core.length() - 1);
    }

    private static boolean abbreviates(String shorter, String longer) {
        if (shorter.length() >= longer.length() || shorter.length() * 5 < longer.length() * 3) {
            return false;
        }
        int at = 0;
        for (int i = 0; i < longer.length() && at < shorter.length(); i++) {
            if (shorter.charAt(at) == longer.charAt(i)) {
                at++;
            }
        }
        return at == shorter.length();
    }

    private static boolean apart(Body one, Body other) {
        return one.anchor().isPresent()
                && other.anchor().isPresent()
                && !one.anchor().get().within(other.anchor().get())
                && !other.anchor().get().within(one.anchor().get());
    }

    private static void put(
            Taken one, Taken other, Optional<Likeness> likeness, Map<Set<UUID>, Pair> pairs) {
        if (likeness.isPresent() && !one.body().id().equals(other.body().id())) {
            pairs.putIfAbsent(
                    Set.of(one.body().id(), other.body().id()),
                    new Pair(
                            one.body(),
                            other.body(),
                            likeness.get().score(),
                            likeness.get().reason()));
        }
    }
}
