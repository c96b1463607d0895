package org.huying.territory;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/// A division or grid by its national code: 2, 4, 6, 9, 12, 15 or 18 digits. Code, hierarchy and scope are one thing:
/// a code lies within another exactly when it begins with it (GB/T 2260, GB/T 10114; 15 and 18 digits are grids).
///
/// Throws `IllegalArgumentException` for any other text.
public record TerritoryCode(@JsonValue String value) implements Comparable<TerritoryCode> {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TerritoryCode {
        Level.ofLength(value.length());
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < '0' || value.charAt(i) > '9') {
                throw new IllegalArgumentException("A territory code has digits only: " + value);
            }
        }
    }

    public static TerritoryCode of(String value) {
        return new TerritoryCode(value);
    }

    public Level level() {
        return Level.ofLength(value.length());
    }

    /// The 6-digit county code, which is also the shard key. Throws `IllegalStateException` above county level.
    public String region() {
        if (value.length() < Level.COUNTY.digits()) {
            throw new IllegalStateException("Above county level: " + value);
        }
        return value.substring(0, Level.COUNTY.digits());
    }

    /// The next code upwards; empty for a province.
    public Optional<TerritoryCode> parent() {
        return level().above().map(this::at);
    }

    /// This code cut to `level`. Throws `IllegalArgumentException` when this code stands above that level.
    public TerritoryCode at(Level level) {
        if (level.digits() > value.length()) {
            throw new IllegalArgumentException(value + " stands above " + level);
        }
        return level.digits() == value.length()
                ? this
                : new TerritoryCode(value.substring(0, level.digits()));
    }

    /// True for the code itself and for everything below it.
    public boolean within(TerritoryCode ancestor) {
        return value.startsWith(ancestor.value);
    }

    /// The exclusive end of the subtree in `COLLATE "C"` order: `code >= value AND code < end`.
    public String end() {
        return value + ":"; // ':' follows '9'
    }

    @Override
    public int compareTo(TerritoryCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
