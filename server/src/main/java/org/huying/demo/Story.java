package org.huying.demo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Something a resident says in the demo. Written for it; nobody said it.
record Story(String item, String title, String text) {

    private static final String HERE = "{p}";

    String at(String home) {
        return text.replace(HERE, home);
    }

    /// What is told of items that the place's catalogue has.
    static List<Story> of(Collection<String> items) {
        return Table.rows("requests.tsv").stream()
                .map(it -> new Story(it[0], it[1], it[2]))
                .filter(it -> items.contains(it.item()))
                .toList();
    }

    static List<Story> all() {
        return Table.rows("requests.tsv").stream()
                .map(it -> new Story(it[0], it[1], it[2]))
                .toList();
    }

    /// How such things end, by class of item.
    static Map<String, List<String>> outcomes() {
        var outcomes = new HashMap<String, List<String>>();
        Table.rows("outcomes.tsv")
                .forEach(it -> outcomes.computeIfAbsent(it[0], _ -> new ArrayList<>()).add(it[1]));
        return outcomes;
    }
}
