package org.huying.territory.geo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/// Answers which of many outlines holds a point: the deepest that was valid on the day, and of equals the one added
/// first. Immutable; a lookup allocates nothing.
///
/// Corners are kept in whole 10⁻⁷ degrees (about 1 cm) and compared in exact integers, so that a point on the border
/// of two neighbours that share their corners belongs to exactly one of them. Outlines may have holes and several
/// parts (even-odd rule) but do not cross the 180° meridian.
public final class OutlineIndex {
    /// What `locate` answers when no outline holds the point.
    public static final int NONE = -1;

    static final double UNITS = 1e7;

    private final Buckets buckets;
    private final Corners corners;
    private final int[] fromDay;
    private final int[] toDay;
    private final int[] ids;

    /// One outline. Days count from 1970-01-01, `fromDay` inclusive and `toDay` exclusive; `rings` hold
    /// longitude and latitude in turn, in degrees, closed or not.
    public record Outline(int depth, int fromDay, int toDay, List<double[]> rings) {
        public Outline {
            rings = List.copyOf(rings);
            if (rings.isEmpty() || rings.stream().anyMatch(ring -> ring.length < 6)) {
                throw new IllegalArgumentException("An outline has rings of three corners or more");
            }
        }
    }

    private OutlineIndex(Buckets buckets, Corners corners, int[][] days, int[] ids) {
        this.buckets = buckets;
        this.corners = corners;
        this.fromDay = days[0];
        this.toDay = days[1];
        this.ids = ids;
    }

    /// Builds the index of these outlines; `locate` answers positions in this list.
    public static OutlineIndex of(List<Outline> outlines) {
        var order = deepestFirst(outlines);
        var corners = Corners.of(outlines, order);
        var days = new int[2][order.length];
        for (int i = 0; i < order.length; i++) {
            days[0][i] = outlines.get(order[i]).fromDay();
            days[1][i] = outlines.get(order[i]).toDay();
        }
        return new OutlineIndex(Buckets.of(corners), corners, days, order);
    }

    /// The position of the deepest outline that holds the point on that day, or `NONE`.
    public int locate(double lon, double lat, int day) {
        int x = (int) Math.round(lon * UNITS);
        int y = (int) Math.round(lat * UNITS);
        int bucket = buckets.at(x, y);
        if (bucket < 0) {
            return NONE;
        }
        int end = buckets.end(bucket);
        for (int i = buckets.start(bucket); i < end; i++) {
            int outline = buckets.member(i);
            if (fromDay[outline] <= day && day < toDay[outline] && corners.hold(outline, x, y)) {
                return ids[outline];
            }
        }
        return NONE;
    }

    /// An outline by its position, with its rings in degrees, closed.
    public record Piece(int outline, List<double[]> rings) {}

    /// The wanted outlines that were valid on that day and whose boxes touch these bounds, deepest first.
    public List<Piece> touching(Bounds bounds, int day, IntPredicate wanted) {
        var pieces = new ArrayList<Piece>();
        for (int i = 0; i < ids.length; i++) {
            if (fromDay[i] <= day
                    && day < toDay[i]
                    && corners.touches(i, bounds)
                    && wanted.test(ids[i])) {
                pieces.add(new Piece(ids[i], corners.rings(i)));
            }
        }
        return pieces;
    }

    private static int[] deepestFirst(List<Outline> outlines) {
        var keys = new long[outlines.size()];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = ((long) -outlines.get(i).depth() << 32) | i;
        }
        Arrays.sort(keys);
        var order = new int[keys.length];
        for (int i = 0; i < keys.length; i++) {
            order[i] = (int) keys[i];
        }
        return order;
    }
}
