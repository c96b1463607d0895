package org.huying.insight.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// Counters of places over a span of days.
///
/// @param from first day
/// @param to last day
public record CounterTable(LocalDate from, LocalDate to, List<Place> places) {

    /// One street or community, or the county itself for matters whose place is not known yet.
    ///
    /// @param counts by name: `reported`, `accepted`, `rejected`, `dispatched`, `returned`, `handled`, `reworked`,
    ///     `rated`, `rated.<answer>`, `late`, `merged`, `voided`, `withdrawn`, `spot` of the matters reported in the span,
    ///     `closed` in the span and `closed.spot` of these; `cases` is `reported` without `merged` (件; `reported` is 次)
    /// @param assessed the same without what is left out of the assessment (考核口径; `counts` is 全口径)
    /// @param open open now, whenever reported
    /// @param overdue of these, past the time of their present stage
    public record Place(
            String area,
            String name,
            Map<String, Long> counts,
            Map<String, Long> assessed,
            long open,
            long overdue) {}
}
