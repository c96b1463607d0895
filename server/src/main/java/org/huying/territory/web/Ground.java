package org.huying.territory.web;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.huying.territory.Level;
import org.huying.territory.TerritoryShapes;
import org.huying.territory.TerritoryShapes.Shape;
import org.huying.territory.geo.Bounds;

/// The ground of a county as far as outlines say it: those of the county itself, else of the widest level that has any.
///
/// @param schematic whether they only say what lies next to what
record Ground(Bounds bounds, boolean schematic) {
    private static final Bounds WORLD = new Bounds(-180, -90, 180, 90);
    private static final List<Level> WIDEST_FIRST =
            List.of(Level.COUNTY, Level.STREET, Level.COMMUNITY, Level.GRID);

    static Optional<Ground> of(TerritoryShapes shapes, String region, Instant at) {
        return WIDEST_FIRST.stream()
                .map(level -> shapes.within(region, WORLD, at, EnumSet.of(level)))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .map(Ground::of);
    }

    private static Ground of(List<Shape> shapes) {
        double west = 180;
        double south = 90;
        double east = -180;
        double north = -90;
        for (var shape : shapes) {
            for (var ring : shape.rings()) {
                for (int i = 0; i + 1 < ring.length; i += 2) {
                    west = Math.min(west, ring[i]);
                    east = Math.max(east, ring[i]);
                    south = Math.min(south, ring[i + 1]);
                    north = Math.max(north, ring[i + 1]);
                }
            }
        }
        return new Ground(
                new Bounds(west, south, east, north), shapes.stream().anyMatch(Shape::schematic));
    }
}
