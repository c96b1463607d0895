package org.huying.playbook.tree;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/// What changed from one document to another, a line each: `~ path: old → new`, `+ path: value`, `- path: value`.
/// A whole map that came or went is one line.
public final class Diff {

    private static final int LONGEST = 200;

    private final List<String> lines = new ArrayList<>();

    private Diff() {}

    public static List<String> of(Tree before, Tree after) {
        var diff = new Diff();
        diff.compare("", before, after);
        return List.copyOf(diff.lines);
    }

    private void compare(String path, Tree before, Tree after) {
        if (before instanceof Tree.Mapping left && after instanceof Tree.Mapping right) {
            mappings(path, left, right);
        } else if (before instanceof Tree.Listing(var left, _)
                && after instanceof Tree.Listing(var right, _)) {
            listings(path, left, right);
        } else if (!shown(before).equals(shown(after))) {
            lines.add("~ " + path + ": " + cut(shown(before)) + " → " + cut(shown(after)));
        }
    }

    private void mappings(String path, Tree.Mapping before, Tree.Mapping after) {
        var keys = new LinkedHashSet<>(before.entries().keySet());
        keys.addAll(after.entries().keySet());
        for (var key : keys) {
            var old = before.entries().get(key);
            var now = after.entries().get(key);
            one(
                    path.isEmpty() ? key : path + "." + key,
                    old == null ? Tree.nothing(before.spot()) : old.value(),
                    now == null ? Tree.nothing(after.spot()) : now.value());
        }
    }

    private void listings(String path, List<Tree> before, List<Tree> after) {
        for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
            one(
                    path + "[" + i + "]",
                    i < before.size() ? before.get(i) : Tree.nothing(after.get(i).spot()),
                    i < after.size() ? after.get(i) : Tree.nothing(before.get(i).spot()));
        }
    }

    private void one(String path, Tree before, Tree after) {
        if (before.empty() && !after.empty()) {
            lines.add("+ " + path + ": " + cut(shown(after)));
        } else if (!before.empty() && after.empty()) {
            lines.add("- " + path + ": " + cut(shown(before)));
        } else {
            compare(path, before, after);
        }
    }

    private static String shown(Tree tree) {
        return tree instanceof Tree.Scalar scalar ? scalar.text() : TreeJson.json(tree).toString();
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
