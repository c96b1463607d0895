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
        double share = (edge - corners[from + axis]) / (corners[to + axis] - corners[from + axis]);
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
            whole[size] = (int) Math.round(corners[i]);
            whole[size + 1] = (int) Math.round(corners[i + 1]);
            size += 2;
            while (size >= 4 && idle(whole, size - 6, size - 4, size - 2)) {
                size -= 2;
                whole[size - 2] = whole[size];
                whole[size - 1] = whole[size + 1];
            }
        }
        return closed(Arrays.copyOf(whole, size));
    }

    /// The same at the seam, where the last corner meets the first.
    private static int[] closed(int[] ring) {
        int from = 0;
        int end = ring.length;
        while (end - from >= 6) {
            if (idle(ring, end - 4, end - 2, from)) {
                end -= 2;
            } else if (idle(ring, end - 2, from, from + 2)) {
                from += 2;
            } else {
                break;
            }
        }
        return Arrays.copyOfRange(ring, from, end);
    }

    /// Whether the middle one of three corners changes nothing: it repeats its neighbour, or lies on one line with both, as
    /// the spikes do that a cut leaves.
    private static boolean idle(int[] ring, int before, int at, int after) {
        if (before < 0) {
            return ring[at] == ring[after] && ring[at + 1] == ring[after + 1];
        }
        long wide = (long) ring[at] - ring[before];
        long high = (long) ring[at + 1] - ring[before + 1];
        return wide * ((long) ring[after + 1] - ring[at + 1])
                == high * ((long) ring[after] - ring[at]);
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
