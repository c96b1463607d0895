package org.huying.playbook;

import java.util.Map;
import java.util.Optional;

/// How large the place is. A founding (demo, pilot) generates it; no step of a matter depends on it. What is missing has
/// the usual density.
///
/// @param communities how many communities have grids
/// @param mergedFrom how many communities were merged into them; 0 where none were
/// @param lines lines of work whose own grids became one with the grid, by key
public record Sizes(
        Optional<Integer> communities,
        int mergedFrom,
        Optional<Amount> grids,
        Optional<Amount> exclusiveGrids,
        Optional<Amount> microGrids,
        Grounds grounds,
        Map<String, Text> lines) {

    /// What lies across the micro-grids; none where nothing is said.
    public record Grounds(Optional<Amount> buildings, Optional<Amount> segments) {}
}
