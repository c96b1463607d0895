package org.huying.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.huying.territory.geo.OutlineIndex.Outline;

/// A made-up county cut into `side` by `side` grids without gap or overlap: neighbours share their 24 corners, as real
/// grids do, and no border is straight.
final class Mosaic {
    static final double WEST = 116.0;
    static final double SOUTH = 34.0;
    static final double EXTENT = 1.0;

    private static final int CORNERS_A_SIDE = 6;
    private static final double WOBBLE = 0.3;
    private static final long SEED = 7;

    private final int side;
    private final double cell;

    Mosaic(int side) {
        this.side = side;
        this.cell = EXTENT / side;
    }

    List<Outline> outlines() {
        var outlines = new ArrayList<Outline>(side * side);
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                outlines.add(new Outline(15, 0, Integer.MAX_VALUE, List.of(ring(column, row))));
            }
        }
        return outlines;
    }

    /// Longitude and latitude in turn, 24 corners, counter-clockwise, not closed.
    double[] ring(int column, int row) {
        var ring = new double[CORNERS_A_SIDE * 4 * 2];
        int n = CORNERS_A_SIDE;
        int at = 0;
        for (int i = 0; i < n; i++) {
            at = put(ring, at, column * n + i, row * n);
        }
        for (int i = 0; i < n; i++) {
            at = put(ring, at, (column + 1) * n, row * n + i);
        }
        for (int i = n; i > 0; i--) {
            at = put(ring, at, column * n + i, (row + 1) * n);
        }
        for (int i = n; i > 0; i--) {
            at = put(ring, at, column * n, row * n + i);
        }
        return ring;
    }

    /// Corner (x, y) of the fine grid, moved by the same chance wherever it occurs.
    private int put(double[] ring, int at, int x, int y) {
        var chance = new SplittableRandom(SEED + x * 1_000_003L + y);
        double step = cell / CORNERS_A_SIDE;
        ring[at] = WEST + (x + (chance.nextDouble() - 0.5) * WOBBLE) * step;
        ring[at + 1] = SOUTH + (y + (chance.nextDouble() - 0.5) * WOBBLE) * step;
        return at + 2;
    }
}
