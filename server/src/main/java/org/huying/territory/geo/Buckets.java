package org.huying.territory.geo;

import java.util.function.IntConsumer;

/// A raster over all outlines; each cell lists the outlines whose box touches it, in index order.
final class Buckets {
    private static final int MOST_CELLS_A_SIDE = 1024;

    private final int west;
    private final int south;
    private final long width;
    private final long height;
    private final int side;
    private final int[] starts;
    private final int[] members;

    private Buckets(Extent extent, int side, int[] starts, int[] members) {
        this.west = extent.west();
        this.south = extent.south();
        this.width = (long) extent.east() - extent.west() + 1;
        this.height = (long) extent.north() - extent.south() + 1;
        this.side = side;
        this.starts = starts;
        this.members = members;
    }

    private record Extent(int west, int south, int east, int north) {

        static Extent of(Corners corners) {
            int west = Integer.MAX_VALUE;
            int south = Integer.MAX_VALUE;
            int east = Integer.MIN_VALUE;
            int north = Integer.MIN_VALUE;
            for (int i = 0; i < corners.count(); i++) {
                west = Math.min(west, corners.boxes()[i * 4]);
                south = Math.min(south, corners.boxes()[i * 4 + 1]);
                east = Math.max(east, corners.boxes()[i * 4 + 2]);
                north = Math.max(north, corners.boxes()[i * 4 + 3]);
            }
            return west > east ? new Extent(0, 0, 0, 0) : new Extent(west, south, east, north);
        }
    }

    static Buckets of(Corners corners) {
        var extent = Extent.of(corners);
        int wanted = (int) Math.ceil(Math.sqrt(corners.count()) * 3.3);
        int side = Math.clamp(wanted, 8, MOST_CELLS_A_SIDE);
        var counting = new Buckets(extent, side, new int[side * side + 1], new int[0]);
        int total = counting.count(corners);
        var filled = new Buckets(extent, side, counting.starts, new int[total]);
        filled.fill(corners);
        return filled;
    }

    /// The cell of the point, or -1 outside of everything.
    int at(int x, int y) {
        long right = (long) x - west;
        long up = (long) y - south;
        if (right < 0 || up < 0 || right >= width || up >= height) {
            return -1;
        }
        return (int) (up * side / height) * side + (int) (right * side / width);
    }

    int start(int bucket) {
        return starts[bucket];
    }

    int end(int bucket) {
        return starts[bucket + 1];
    }

    int member(int i) {
        return members[i];
    }

    private int count(Corners corners) {
        for (int outline = 0; outline < corners.count(); outline++) {
            visit(corners.boxes(), outline, cell -> starts[cell + 1]++);
        }
        for (int cell = 0; cell < side * side; cell++) {
            starts[cell + 1] += starts[cell];
        }
        return starts[side * side];
    }

    private void fill(Corners corners) {
        var next = starts.clone();
        for (int i = 0; i < corners.count(); i++) {
            int outline = i;
            visit(corners.boxes(), outline, cell -> members[next[cell]++] = outline);
        }
    }

    private void visit(int[] boxes, int outline, IntConsumer cells) {
        int lowest = at(boxes[outline * 4], boxes[outline * 4 + 1]);
        int highest = at(boxes[outline * 4 + 2], boxes[outline * 4 + 3]);
        for (int row = lowest / side; row <= highest / side; row++) {
            for (int column = lowest % side; column <= highest % side; column++) {
                cells.accept(row * side + column);
            }
        }
    }
}
