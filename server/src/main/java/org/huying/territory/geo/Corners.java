package org.huying.territory.geo;

import java.util.ArrayList;
import java.util.List;

/// The corners of all outlines, packed: outline `o` owns the rings `rings[o]` to `rings[o + 1]`, ring `r` the corners
/// `first[r]` to `first[r + 1]`, whose last repeats its first. `boxes` holds west, south, east and north of each.
final class Corners {
    private final int[] rings;
    private final int[] first;
    private final int[] xs;
    private final int[] ys;
    private final int[] boxes;

    private Corners(int outlines, int ringCount, int cornerCount) {
        rings = new int[outlines + 1];
        first = new int[ringCount + 1];
        xs = new int[cornerCount];
        ys = new int[cornerCount];
        boxes = new int[outlines * 4];
    }

    int[] boxes() {
        return boxes;
    }

    static Corners of(List<OutlineIndex.Outline> outlines, int[] order) {
        int ringCount = 0;
        int cornerCount = 0;
        for (var outline : outlines) {
            ringCount += outline.rings().size();
            for (var ring : outline.rings()) {
                cornerCount += ring.length / 2 + 1;
            }
        }
        var packed = new Corners(order.length, ringCount, cornerCount);
        packed.fill(outlines, order);
        return packed;
    }

    private void fill(List<OutlineIndex.Outline> outlines, int[] order) {
        int ring = 0;
        int corner = 0;
        for (int o = 0; o < order.length; o++) {
            rings[o] = ring;
            int start = corner;
            for (var degrees : outlines.get(order[o]).rings()) {
                first[ring++] = corner;
                corner = pack(degrees, corner);
            }
            box(o, start, corner);
        }
        rings[order.length] = ring;
        first[ring] = corner;
    }

    private int pack(double[] degrees, int start) {
        int at = start;
        for (int i = 0; i + 1 < degrees.length; i += 2) {
            xs[at] = (int) Math.round(degrees[i] * OutlineIndex.UNITS);
            ys[at] = (int) Math.round(degrees[i + 1] * OutlineIndex.UNITS);
            at++;
        }
        if (xs[at - 1] != xs[start] || ys[at - 1] != ys[start]) {
            xs[at] = xs[start];
            ys[at] = ys[start];
            at++;
        }
        return at;
    }

    private void box(int outline, int start, int end) {
        int west = Integer.MAX_VALUE;
        int south = Integer.MAX_VALUE;
        int east = Integer.MIN_VALUE;
        int north = Integer.MIN_VALUE;
        for (int i = start; i < end; i++) {
            west = Math.min(west, xs[i]);
            south = Math.min(south, ys[i]);
            east = Math.max(east, xs[i]);
            north = Math.max(north, ys[i]);
        }
        boxes[outline * 4] = west;
        boxes[outline * 4 + 1] = south;
        boxes[outline * 4 + 2] = east;
        boxes[outline * 4 + 3] = north;
    }

    int count() {
        return rings.length - 1;
    }

    /// Whether the box of an outline and this one have anything in common.
    boolean touches(int outline, Bounds bounds) {
        int box = outline * 4;
        return boxes[box] <= bounds.east() * OutlineIndex.UNITS
                && boxes[box + 1] <= bounds.north() * OutlineIndex.UNITS
                && boxes[box + 2] >= bounds.west() * OutlineIndex.UNITS
                && boxes[box + 3] >= bounds.south() * OutlineIndex.UNITS;
    }

    /// The rings of an outline in degrees, longitude and latitude in turn, closed.
    List<double[]> rings(int outline) {
        var degrees = new ArrayList<double[]>();
        for (int ring = rings[outline]; ring < rings[outline + 1]; ring++) {
            int start = first[ring];
            var flat = new double[(first[ring + 1] - start) * 2];
            for (int i = 0; i < flat.length; i += 2) {
                flat[i] = xs[start + i / 2] / OutlineIndex.UNITS;
                flat[i + 1] = ys[start + i / 2] / OutlineIndex.UNITS;
            }
            degrees.add(flat);
        }
        return degrees;
    }

    /// Even-odd ray cast to the east; an edge owns its lower end and not its upper one.
    boolean hold(int outline, int x, int y) {
        int box = outline * 4;
        if (x < boxes[box] || y < boxes[box + 1] || x > boxes[box + 2] || y > boxes[box + 3]) {
            return false;
        }
        boolean inside = false;
        for (int ring = rings[outline]; ring < rings[outline + 1]; ring++) {
            int last = first[ring + 1] - 1;
            boolean below = ys[first[ring]] <= y;
            for (int i = first[ring]; i < last; i++) {
                boolean next = ys[i + 1] <= y;
                if (below != next && crosses(i, x, y)) {
                    inside = !inside;
                }
                below = next;
            }
        }
        return inside;
    }

    /// Whether the edge from corner `i`, which spans `y`, runs east of `x`. Exact for all coordinates on earth: neither
    /// product exceeds 6.5 · 10¹⁸.
    private boolean crosses(int i, int x, int y) {
        long rise = (long) ys[i + 1] - ys[i];
        long left = ((long) x - xs[i]) * rise;
        long right = ((long) y - ys[i]) * ((long) xs[i + 1] - xs[i]);
        return rise > 0 ? left < right : left > right;
    }
}
