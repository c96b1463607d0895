package org.huying.insight.tiles;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.huying.insight.sql.Cut;
import org.huying.tile.Tile;

/// The open matters of a region that have a place, in the order of a curve that runs through every square of the map without
/// leaving it: what lies in a tile, or in a cell of one, is one stretch. Immutable.
final class OpenPoints {
    /// How finely places are kept: at this zoom a tile would be about two metres wide.
    static final int DEPTH = 24;

    private final long[] codes;
    private final OpenPoint[] points;

    /// @param code where it lies on the curve
    /// @param due in seconds since 1970, `Long.MAX_VALUE` while no clock runs
    /// @param amber the same; when it turns amber
    /// @param units who has a part in it
    record OpenPoint(long code, long due, long amber, String area, List<UUID> units) {

        static OpenPoint at(
                double lon, double lat, long due, long amber, String area, List<UUID> units) {
            long code = curve(unit(Tile.east(lon)), unit(Tile.south(lat)));
            return new OpenPoint(code, due, amber, area, units);
        }

        private static int unit(double share) {
            return (int) Math.clamp(Math.floor(Math.scalb(share, DEPTH)), 0, (1 << DEPTH) - 1);
        }

        int x() {
            return uncurl(code);
        }

        int y() {
            return uncurl(code >>> 1);
        }
    }

    /// Hears the points of one cell.
    interface Hearer {
        void cell(long cell, List<OpenPoint> points);
    }

    OpenPoints(Collection<OpenPoint> all) {
        points = all.toArray(OpenPoint[]::new);
        Arrays.sort(points, Comparator.comparingLong(OpenPoint::code));
        codes = new long[points.length];
        for (int i = 0; i < points.length; i++) {
            codes[i] = points[i].code();
        }
    }

    int size() {
        return points.length;
    }

    /// Each cell of a tile with what of it lies within the cuts, cells without any left out.
    ///
    /// @param zoom how deep the cells lie; those around the tile where that is above it
    void cells(Tile tile, int zoom, List<Cut> cuts, Hearer hearer) {
        int above = Math.min(tile.z(), zoom);
        int up = tile.z() - above;
        long square = curve(tile.x() >> up, tile.y() >> up);
        int wide = 2 * (DEPTH - above);
        int from = first(square << wide);
        int end = first((square + 1) << wide);
        int shift = 2 * (DEPTH - zoom);
        while (from < end) {
            long cell = codes[from] >>> shift;
            int next = Math.min(end, first((cell + 1) << shift));
            var seen = seen(from, next, cuts);
            if (!seen.isEmpty()) {
                hearer.cell(cell, seen);
            }
            from = next;
        }
    }

    private List<OpenPoint> seen(int from, int to, List<Cut> cuts) {
        var stretch = Arrays.asList(points).subList(from, to);
        if (cuts.contains(Cut.WHOLE)) {
            return stretch;
        }
        return stretch.stream()
                .filter(it -> cuts.stream().anyMatch(cut -> within(it, cut)))
                .toList();
    }

    private static boolean within(OpenPoint point, Cut cut) {
        return cut.area().map(area -> point.area().startsWith(area.value())).orElse(true)
                && cut.unit().map(point.units()::contains).orElse(true);
    }

    /// The first point at or after a place of the curve.
    private int first(long code) {
        int low = 0;
        int high = codes.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (codes[middle] < code) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// The bits of both numbers in turn, the northern and western squares first.
    static long curve(int x, int y) {
        return spread(x) | (spread(y) << 1);
    }

    /// One number of the two.
    static int uncurl(long code) {
        long bits = code & 0x5555_5555_5555_5555L;
        bits = (bits | (bits >>> 1)) & 0x3333_3333_3333_3333L;
        bits = (bits | (bits >>> 2)) & 0x0F0F_0F0F_0F0F_0F0FL;
        bits = (bits | (bits >>> 4)) & 0x00FF_00FF_00FF_00FFL;
        bits = (bits | (bits >>> 8)) & 0x0000_FFFF_0000_FFFFL;
        return (int) (bits | (bits >>> 16));
    }

    private static long spread(int value) {
        long bits = value;
        bits = (bits | (bits << 16)) & 0x0000_FFFF_0000_FFFFL;
        bits = (bits | (bits << 8)) & 0x00FF_00FF_00FF_00FFL;
        bits = (bits | (bits << 4)) & 0x0F0F_0F0F_0F0F_0F0FL;
        bits = (bits | (bits << 2)) & 0x3333_3333_3333_3333L;
        return (bits | (bits << 1)) & 0x5555_5555_5555_5555L;
    }
}
