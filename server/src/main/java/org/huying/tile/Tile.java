package org.huying.tile;

/// A square of the web map: zoom `z`, column `x` from the west, row `y` from the north. Throws `IllegalArgumentException`
/// for a square that is not there.
public record Tile(int z, int x, int y) {
    /// Units along an edge of a tile.
    public static final int EXTENT = 4096;

    public static final int DEEPEST = 20;

    /// The northernmost latitude of the square world.
    public static final double NORTHERNMOST = 85.0511287798066;

    public Tile {
        if (z < 0 || z > DEEPEST || x < 0 || y < 0 || x >= (1 << z) || y >= (1 << z)) {
            throw new IllegalArgumentException("There is no tile " + z + "/" + x + "/" + y);
        }
    }

    /// How far east in the world, 0 to 1.
    public static double east(double lon) {
        return (lon + 180) / 360;
    }

    /// How far south in the world, 0 to 1.
    public static double south(double lat) {
        double held = Math.clamp(lat, -NORTHERNMOST, NORTHERNMOST);
        double sine = Math.sin(Math.toRadians(held));
        return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
    }

    /// The longitude of what lies so far east in the world.
    public static double lon(double east) {
        return east * 360 - 180;
    }

    /// The latitude of what lies so far south in the world.
    public static double lat(double south) {
        return Math.toDegrees(Math.atan(Math.sinh(Math.PI * (1 - 2 * south))));
    }

    /// Units east of this tile's corner.
    public double column(double lon) {
        return (Math.scalb(east(lon), z) - x) * EXTENT;
    }

    /// Units south of this tile's corner.
    public double row(double lat) {
        return (Math.scalb(south(lat), z) - y) * EXTENT;
    }

    public double west() {
        return lon(Math.scalb((double) x, -z));
    }

    public double eastEdge() {
        return lon(Math.scalb(x + 1.0, -z));
    }

    public double north() {
        return lat(Math.scalb((double) y, -z));
    }

    public double southEdge() {
        return lat(Math.scalb(y + 1.0, -z));
    }
}
