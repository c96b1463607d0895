package org.huying.replay;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One recorded request, translated.
///
/// @param row its line in the file, from 1 for the first line after the heading
/// @param area the deepest code that is known, or the county
/// @param labels what it counts under in the totals
record Recorded(
        int row,
        String id,
        Instant at,
        Fate fate,
        String channel,
        String demand,
        String title,
        String text,
        Optional<String> place,
        Optional<String> item,
        String area,
        Optional<String> outcome,
        Unit unit,
        List<String> labels) {

    /// The unit as it was recorded.
    record Unit(String key, String name, String kind) {}

    /// Bodies by key, in the order in which they first appear.
    static Map<String, Unit> units(List<Recorded> all) {
        var units = new java.util.LinkedHashMap<String, Unit>();
        all.forEach(it -> units.putIfAbsent(it.unit().key(), it.unit()));
        return units;
    }
}
