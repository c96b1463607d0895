package org.huying.insight.web;

import java.util.Map;
import java.util.TreeMap;

/// The two scopes of counting (全口径, 考核口径), made of counters that stand for everything and for what is left out.
/// Pure.
///
/// @param open open now, in the full scope
record Scopes(Map<String, Long> full, Map<String, Long> assessed, long open) {

    private static final String EXCLUDED = "excluded.";

    static Scopes of(Map<String, Long> counters) {
        var full = new TreeMap<String, Long>();
        counters.forEach((name, value) -> {
            if (!name.startsWith(EXCLUDED)) {
                full.put(name, value);
            }
        });
        var assessed = new TreeMap<String, Long>();
        full.forEach((name, value) -> {
            long rest = value - counters.getOrDefault(EXCLUDED + name, 0L);
            if (rest != 0) {
                assessed.put(name, rest);
            }
        });
        var open = full.remove("open");
        cases(full);
        cases(assessed);
        return new Scopes(full, assessed, open == null ? 0 : open);
    }

    private static void cases(Map<String, Long> counts) {
        long cases = counts.getOrDefault("reported", 0L) - counts.getOrDefault("merged", 0L);
        if (cases != 0) {
            counts.put("cases", cases);
        }
    }
}
