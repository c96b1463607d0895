package org.huying.insight.web;

import java.time.LocalDate;
import java.util.List;

/// How many matters of each kind were reported over a span of days.
///
/// @param from first day
/// @param to last day
/// @param kinds the most frequent first
record TraitTable(LocalDate from, LocalDate to, List<Kind> kinds) {

    /// Matters that were reported in the span, by how they stand now.
    ///
    /// @param key of the playbook; empty while none was chosen
    /// @param reported all of them (次); `merged` of them went into others, so that the rest are cases (件)
    /// @param closed of them, whenever it was
    record Kind(String key, String name, long reported, long merged, long closed, long open) {}
}
