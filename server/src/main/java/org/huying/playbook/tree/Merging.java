package org.huying.playbook.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Lays one document over another: maps merge by key, lists and values are replaced, `{ +: […] }` adds to a list,
/// `{ =: {…} }` replaces a map, and `~` takes a key away. Every value keeps the place it came from.
public final class Merging {

    private static final String ADD = "+";
    private static final String ONLY = "=";

    private Merging() {}

    public static Tree over(Tree base, Tree top) {
        if (top instanceof Tree.Mapping added && adds(added)) {
            return add(base, added);
        }
        if (top instanceof Tree.Mapping whole && replaces(whole)) {
            return plain(whole);
        }
        if (base instanceof Tree.Mapping(var below, _)
                && top instanceof Tree.Mapping(var above, var spot)) {
            return new Tree.Mapping(merged(below, above), spot);
        }
        return plain(top);
    }

    private static Map<String, Tree.Entry> merged(
            Map<String, Tree.Entry> below, Map<String, Tree.Entry> above) {
        Map<String, Tree.Entry> all = new LinkedHashMap<>(below);
        above.forEach((key, entry) -> {
            var old = all.get(key);
            if (entry.value().empty()) {
                all.remove(key);
            } else if (old == null) {
                all.put(key, new Tree.Entry(entry.spot(), plain(entry.value())));
            } else {
                all.put(key, new Tree.Entry(entry.spot(), over(old.value(), entry.value())));
            }
        });
        return all;
    }

    /// A document that has nothing below it: additions are the list itself, taken-away keys are simply not there.
    public static Tree plain(Tree tree) {
        return switch (tree) {
            case Tree.Scalar scalar -> scalar;
            case Tree.Listing(var parts, var spot) ->
                    new Tree.Listing(parts.stream().map(Merging::plain).toList(), spot);
            case Tree.Mapping added when adds(added) ->
                    add(new Tree.Listing(List.of(), added.spot()), added);
            case Tree.Mapping whole when replaces(whole) ->
                    plain(Objects.requireNonNull(whole.entries().get(ONLY)).value());
            case Tree.Mapping(var entries, var spot) ->
                    new Tree.Mapping(merged(Map.of(), entries), spot);
        };
    }

    private static boolean replaces(Tree.Mapping mapping) {
        var entry = mapping.entries().get(ONLY);
        return entry != null
                && mapping.entries().size() == 1
                && entry.value() instanceof Tree.Mapping;
    }

    private static boolean adds(Tree.Mapping mapping) {
        var entry = mapping.entries().get(ADD);
        return entry != null
                && mapping.entries().size() == 1
                && entry.value() instanceof Tree.Listing;
    }

    private static Tree add(Tree base, Tree.Mapping added) {
        var parts = new ArrayList<Tree>();
        if (base instanceof Tree.Listing(var before, _)) {
            parts.addAll(before);
        }
        added.entries()
                .values()
                .forEach(entry -> {
                    if (plain(entry.value()) instanceof Tree.Listing(var more, _)) {
                        parts.addAll(more);
                    }
                });
        return new Tree.Listing(parts, added.spot());
    }
}
