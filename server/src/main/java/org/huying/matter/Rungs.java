package org.huying.matter;

import java.util.Map;
import java.util.Optional;
import org.huying.territory.Level;

/// The level words of the ladder and the levels of the territory they stand for.
final class Rungs {

    private static final Map<String, Level> LEVELS =
            Map.of(
                    "county", Level.COUNTY,
                    "street", Level.STREET,
                    "community", Level.COMMUNITY,
                    "grid", Level.GRID,
                    "micro", Level.MICRO_GRID);

    private Rungs() {}

    /// Empty for `department`, which is no level of the territory.
    static Optional<Level> level(String word) {
        return Optional.ofNullable(LEVELS.get(word));
    }

    static String word(Level level) {
        return switch (level) {
            case PROVINCE, CITY, COUNTY -> "county";
            case STREET -> "street";
            case COMMUNITY -> "community";
            case GRID -> "grid";
            case MICRO_GRID -> "micro";
        };
    }
}
