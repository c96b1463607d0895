package org.huying.playbook;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huying.calendar.TimeLimit;

/// One minor class of the catalogue, with everything its handling asks for (defaults already merged in).
///
/// @param itemClass the key of the major class it stands under
/// @param solveAt the level word at which it is usually solved (`grid`, `community`, `street` …)
/// @param evidence keys of the photos or papers each step needs, by step (`handle`, `verify`)
/// @param codes codes of the item in other schemes, by scheme (`gbt47678.5-2026`, `pingshan`)
public record Item(
        String key,
        Text name,
        String itemClass,
        Optional<String> solveAt,
        Map<Stage, TimeLimit> limits,
        Map<String, List<String>> evidence,
        double duplicateMetres,
        Duration duplicateWindow,
        Map<String, String> codes) {}
