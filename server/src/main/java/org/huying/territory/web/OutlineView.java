package org.huying.territory.web;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/// An outline as a GeoJSON MultiPolygon in CGCS2000: parts, rings, positions, longitude and latitude.
record OutlineView(String type, List<List<List<List<Double>>>> coordinates) {

    static OutlineView of(Geometry outline) {
        var parts = new ArrayList<List<List<List<Double>>>>();
        for (int i = 0; i < outline.getNumGeometries(); i++) {
            if (outline.getGeometryN(i) instanceof Polygon polygon) {
                parts.add(rings(polygon));
            }
        }
        return new OutlineView("MultiPolygon", parts);
    }

    private static List<List<List<Double>>> rings(Polygon polygon) {
        var rings = new ArrayList<List<List<Double>>>();
        rings.add(ring(polygon.getExteriorRing()));
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            rings.add(ring(polygon.getInteriorRingN(i)));
        }
        return rings;
    }

    private static List<List<Double>> ring(LinearRing ring) {
        var positions = new ArrayList<List<Double>>();
        for (var corner : ring.getCoordinates()) {
            positions.add(List.of(rounded(corner.x), rounded(corner.y)));
        }
        return positions;
    }

    /// To about a centimetre.
    private static double rounded(double degrees) {
        return Math.round(degrees * 1e7) / 1e7;
    }
}
