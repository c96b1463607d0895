package org.huying.insight.tiles;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huying.insight.sql.Cut;
import org.huying.insight.tiles.OpenPoints.OpenPoint;
import org.huying.tile.Layer;
import org.huying.tile.Tile;

/// Draws open matters into a tile. Pure.
final class MatterPicture {
    /// Counts under this are not told to those who see only sums.
    static final int FEW = 5;

    /// Eight cells along an edge: as far apart as clusters need to be not to cover each other.
    private static final int CELLS = 3;

    /// Those who see only sums see none over less than some three hundred metres.
    private static final int SMALLEST = 17;

    private final Tile tile;
    private final long now;

    MatterPicture(Tile tile, Instant now) {
        this.tile = tile;
        this.now = now.getEpochSecond();
    }

    /// Layer `clusters`: where most of a cell's matters are, how many they are, and how many of them are late or due soon.
    byte[] clusters(OpenPoints points, List<Cut> cuts) {
        var layer = new Layer("clusters");
        points.cells(
                tile,
                tile.z() + CELLS,
                cuts,
                (_, seen) -> {
                    double x = seen.stream().mapToDouble(OpenPoint::x).average().orElse(0);
                    double y = seen.stream().mapToDouble(OpenPoint::y).average().orElse(0);
                    layer.point(
                            units(x + 0.5, tile.x(), OpenPoints.DEPTH),
                            units(y + 0.5, tile.y(), OpenPoints.DEPTH),
                            Map.of(
                                    "count", (long) seen.size(),
                                    "late", late(seen),
                                    "soon", soon(seen)));
                });
        return Layer.tile(List.of(layer));
    }

    /// The same for those who see only sums: in the middle of a cell, from five on.
    byte[] sums(OpenPoints points, List<Cut> cuts) {
        var layer = new Layer("clusters");
        int zoom = Math.min(tile.z() + CELLS, SMALLEST);
        points.cells(
                tile,
                zoom,
                cuts,
                (cell, seen) -> {
                    long x = units(OpenPoints.uncurl(cell) + 0.5, tile.x(), zoom);
                    long y = units(OpenPoints.uncurl(cell >>> 1) + 0.5, tile.y(), zoom);
                    if (seen.size() >= FEW && here(x, y)) {
                        layer.point(x, y, told(seen));
                    }
                });
        return Layer.tile(List.of(layer));
    }

    private Map<String, Long> told(List<OpenPoint> seen) {
        var told = new LinkedHashMap<String, Long>();
        told.put("count", (long) seen.size());
        tell(told, "late", late(seen));
        tell(told, "soon", soon(seen));
        return told;
    }

    private static void tell(Map<String, Long> told, String name, long count) {
        if (count == 0 || count >= FEW) {
            told.put(name, count);
        }
    }

    private long late(List<OpenPoint> points) {
        return points.stream().filter(it -> it.due() < now).count();
    }

    private long soon(List<OpenPoint> points) {
        return points.stream().filter(it -> soon(it.due(), it.amber())).count();
    }

    /// Without a clock nothing falls due.
    private boolean soon(long due, long amber) {
        return due >= now && due < Long.MAX_VALUE && amber <= now;
    }

    /// Units of the tile, of a place that is counted from the corner of the world in squares of this zoom.
    private long units(double place, int corner, int zoom) {
        double tiles = Math.scalb(place, tile.z() - zoom) - corner;
        return Math.round(tiles * Tile.EXTENT);
    }

    private static boolean here(long x, long y) {
        return x >= 0 && y >= 0 && x < Tile.EXTENT && y < Tile.EXTENT;
    }

    /// Layer `matters`: each by itself.
    byte[] singles(List<SinglePoint> singles) {
        var layer = new Layer("matters");
        for (var single : singles) {
            long x = Math.round(tile.column(single.lon()));
            long y = Math.round(tile.row(single.lat()));
            if (here(x, y)) {
                layer.point(
                        x,
                        y,
                        Map.of(
                                "id", single.id().toString(),
                                "number", single.number(),
                                "item", single.item(),
                                "state", single.state(),
                                "late", single.due() < now,
                                "soon", soon(single.due(), single.amber())));
            }
        }
        return Layer.tile(List.of(layer));
    }
}
