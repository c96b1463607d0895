package org.huying.insight.sql;

/// A box on the map in degrees, `west ≤ east` and `south ≤ north`.
public record Box(double west, double south, double east, double north) {

    public Box {
        if (!(west <= east && south <= north)) {
            throw new IllegalArgumentException("Not a box");
        }
    }
}
