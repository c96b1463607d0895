package org.huying.territory;

import java.util.Optional;

/// The levels of the national scheme with the digits of their codes.
public enum Level {
    PROVINCE(2),
    CITY(4),
    COUNTY(6),
    STREET(9),
    COMMUNITY(12),
    GRID(15),
    MICRO_GRID(18);

    private final int digits;

    Level(int digits) {
        this.digits = digits;
    }

    public int digits() {
        return digits;
    }

    /// The level above; empty for a province.
    public Optional<Level> above() {
        return switch (this) {
            case PROVINCE -> Optional.empty();
            case CITY -> Optional.of(PROVINCE);
            case COUNTY -> Optional.of(CITY);
            case STREET -> Optional.of(COUNTY);
            case COMMUNITY -> Optional.of(STREET);
            case GRID -> Optional.of(COMMUNITY);
            case MICRO_GRID -> Optional.of(GRID);
        };
    }

    /// The level whose codes have this many digits; throws `IllegalArgumentException` if there is none.
    public static Level ofLength(int digits) {
        return switch (digits) {
            case 2 -> PROVINCE;
            case 4 -> CITY;
            case 6 -> COUNTY;
            case 9 -> STREET;
            case 12 -> COMMUNITY;
            case 15 -> GRID;
            case 18 -> MICRO_GRID;
            default ->
                    throw new IllegalArgumentException(
                            "No territory code has " + digits + " digits");
        };
    }
}
