package org.huying.territory.geo;

/// A box on the map in degrees, `west ≤ east` and `south ≤ north`.
public record Bounds(double west, double south, double east, double north) {
    public Bounds {
        if (!(west <= east && south <= north)) {
            throw new IllegalArgumentException("Not a box");
        }
    }
}
