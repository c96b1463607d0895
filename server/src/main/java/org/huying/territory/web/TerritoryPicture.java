package org.huying.territory.web;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.huying.territory.Level;
import org.huying.territory.TerritoryShapes.Shape;
import org.huying.tile.Layer;
import org.huying.tile.Ring;
import org.huying.tile.Tile;

/// Draws places into a tile: a layer of outlines for each level, and one of names, each name in the one tile in which it
/// stands. Pure.
final class TerritoryPicture {
    private static final int STREETS_FROM = 8;
    private static final int COMMUNITIES_FROM = 11;
    private static final int GRIDS_FROM = 13;
    private static final int MICRO_GRIDS_FROM = 15;

    private final Tile tile;
    private final Map<Level, Layer> outlines = new EnumMap<>(Level.class);
    private final Layer names = new Layer("names");

    private TerritoryPicture(Tile tile) {
        this.tile = tile;
    }

    /// Which levels a map shows at a zoom.
    static Set<Level> levels(int zoom) {
        var levels = EnumSet.of(Level.COUNTY);
        if (zoom >= STREETS_FROM) {
            levels.add(Level.STREET);
        }
        if (zoom >= COMMUNITIES_FROM) {
            levels.add(Level.COMMUNITY);
        }
        if (zoom >= GRIDS_FROM) {
            levels.add(Level.GRID);
        }
        if (zoom >= MICRO_GRIDS_FROM) {
            levels.add(Level.MICRO_GRID);
        }
        return levels;
    }

    static byte[] of(Tile tile, List<Shape> shapes) {
        var picture = new TerritoryPicture(tile);
        shapes.forEach(picture::draw);
        var layers = new ArrayList<>(picture.outlines.values());
        layers.add(picture.names);
        return Layer.tile(layers);
    }

    private void draw(Shape shape) {
        var properties = properties(shape);
        var rings = rings(shape.rings());
        if (!rings.isEmpty()) {
            var level = shape.node().code().level();
            outlines.computeIfAbsent(level, it -> new Layer(name(it))).polygon(rings, properties);
        }
        var spot = Spot.of(shape.rings());
        long x = Math.round(tile.column(spot.lon()));
        long y = Math.round(tile.row(spot.lat()));
        if (x >= 0 && y >= 0 && x < Tile.EXTENT && y < Tile.EXTENT) {
            names.point(x, y, properties);
        }
    }

    private static Map<String, Object> properties(Shape shape) {
        var node = shape.node();
        return Map.of(
                "code", node.code().value(),
                "name", node.name(),
                "level", name(node.code().level()),
                "kind", node.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                "schematic", shape.schematic());
    }

    private static String name(Level level) {
        return level.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private List<int[]> rings(List<double[]> degrees) {
        var rings = new ArrayList<int[]>();
        boolean kept = false;
        for (int i = 0; i < degrees.size(); i++) {
            boolean hole = hole(i, degrees);
            var drawn = Ring.of(corners(degrees.get(i)), hole);
            if (!hole) {
                kept = drawn.isPresent();
            }
            if (kept) {
                drawn.ifPresent(rings::add);
            }
        }
        return rings;
    }

    private double[] corners(double[] degrees) {
        var corners = new double[degrees.length];
        for (int i = 0; i < degrees.length; i += 2) {
            corners[i] = tile.column(degrees[i]);
            corners[i + 1] = tile.row(degrees[i + 1]);
        }
        return corners;
    }

    /// A ring within an odd number of others is a hole.
    private static boolean hole(int ring, List<double[]> all) {
        double lon = all.get(ring)[0];
        double lat = all.get(ring)[1];
        return IntStream.range(0, all.size())
                                .filter(i -> i != ring && holds(all.get(i), lon, lat))
                                .count()
                        % 2
                == 1;
    }

    private static boolean holds(double[] ring, double lon, double lat) {
        boolean inside = false;
        for (int i = 0; i + 3 < ring.length; i += 2) {
            if ((ring[i + 1] <= lat) != (ring[i + 3] <= lat)) {
                double share = (lat - ring[i + 1]) / (ring[i + 3] - ring[i + 1]);
                if (lon < ring[i] + share * (ring[i + 2] - ring[i])) {
                    inside = !inside;
                }
            }
        }
        return inside;
    }
}
