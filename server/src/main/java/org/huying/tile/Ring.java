package org.huying.tile;

import java.util.Arrays;
import java.util.Optional;

/// A closed line of a tile, cut to the tile and a rim around it, in whole units. Pure.
public final class Ring {
    /// Units around the tile within which shapes are kept, so that edges of the cut lie outside of what is seen.
    public static final int RIM = 128;

    private static final int LEAST = -RIM;
    private static final int MOST = Tile.EXTENT + RIM;

    private Ring() {}

    /// One line, turned as the format wants it.
    ///
    /// @param corners column and row in turn, closed or not
    /// @param hole which way round it goes
    /// @return without repeated corners and not closed; empty where nothing of it lies here
    public static Optional<int[]> of(double[] corners, boolean hole) {
        var cut = corners;
        for (int side = 0; side < 4 && cut.length > 0; side++) {
            if (crosses(cut, side)) {
                cut = cut(cut, side);
            }
        }
        var whole = whole(cut);
        if (whole.length < 6) {
            return Optional.empty();
        }
        long area = area(whole);
        if (area == 0) {
            return Optional.empty();
        }
        return Optional.of(area > 0 == hole ? reversed(whole) : whole);
    }

    private static boolean crosses(double[] corners, int side) {
        for (int i = 0; i < corners.length; i += 2) {
            if (!inside(corners, i, side)) {
                return true;
            }
        }
        return false;
    }

    private static boolean inside(double[] corners, int at, int side) {
        return switch (side) {
            case 0 -> corners[at] >= LEAST;
            case 1 -> corners[at] <= MOST;
            case 2 -> corners[at + 1] >= LEAST;
            default -> corners[at + 1] <= MOST;
        };
    }

    /// What lies on the near side of one edge of the rim (Sutherland and Hodgman).
    private static double[] cut(double[] corners, int side) {
        var kept = new double[corners.length * 2 + 4];
        int size = 0;
        for (int i = 0; i < corners.length; i += 2) {
            int before = i == 0 ? corners.length - 2 : i - 2;
            boolean here = inside(corners, i, side);
            if (here != inside(corners, before, side)) {
                size = crossing(corners, before, i, side, kept, size);
            }
            if (here) {
                kept[size++] = corners[i];
                kept[size++] = corners[i + 1];
            }
        }
        return Arrays.copyOf(kept, size);
    }

    private static int crossing(
            double[] corners, int from, int to, int side, double[] kept, int size) {
        int axis = side < 2 ? 0 : 1;
        double edge = side % 2 == 0 ? LEAST : MOST;
        double share =
                (edge - corners[from + axis]) / (corners[to + axis] - corners[from + axis]);
        int other = 1 - axis;
        kept[size + axis] = edge;
        kept[size + other] =
                corners[from + other] + share * (corners[to + other] - corners[from + other]);
        return size + 2;
    }

    private static int[] whole(double[] corners) {
        var whole = new int[corners.length];
        int size = 0;
        for (int i = 0; i < corners.length; i += 2) {
            int x = (int) Math.round(corners[i]);
            int y = (int) Math.round(corners[i + 1]);
            if (size == 0 || x != whole[size - 2] || y != whole[size - 1]) {
                whole[size++] = x;
                whole[size++] = y;
            }
        }
        while (size > 2 && whole[0] == whole[size - 2] && whole[1] == whole[size - 1]) {
            size -= 2;
        }
        return Arrays.copyOf(whole, size);
    }

    /// Twice the area; above zero clockwise as seen on the map, whose rows go down.
    private static long area(int[] ring) {
        long sum = 0;
        for (int i = 0; i < ring.length; i += 2) {
            int next = i + 2 == ring.length ? 0 : i + 2;
            sum += (long) ring[i] * ring[next + 1] - (long) ring[next] * ring[i + 1];
        }
        return sum;
    }

    private static int[] reversed(int[] ring) {
        var reversed = new int[ring.length];
        for (int i = 0; i < ring.length; i += 2) {
            reversed[i] = ring[ring.length - 2 - i];
            reversed[i + 1] = ring[ring.length - 1 - i];
        }
        return reversed;
    }
}
