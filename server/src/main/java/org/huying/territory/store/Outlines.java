package org.huying.territory.store;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/// Outlines between the database (WKB), the index (rings) and JTS.
public final class Outlines {
    public static final GeometryFactory FACTORY = new GeometryFactory();

    private Outlines() {}

    static byte[] bytes(Geometry outline) {
        return new WKBWriter().write(outline);
    }

    static Geometry geometry(byte[] wkb) {
        try {
            return new WKBReader(FACTORY).read(wkb);
        } catch (ParseException e) {
            throw new IllegalStateException("An outline in the database is damaged", e);
        }
    }

    /// All rings of all parts, longitude and latitude in turn.
    public static List<double[]> rings(Geometry outline) {
        var rings = new ArrayList<double[]>();
        for (int part = 0; part < outline.getNumGeometries(); part++) {
            if (outline.getGeometryN(part) instanceof Polygon polygon && !polygon.isEmpty()) {
                rings.add(ring(polygon.getExteriorRing()));
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    rings.add(ring(polygon.getInteriorRingN(hole)));
                }
            }
        }
        return rings;
    }

    private static double[] ring(LinearRing ring) {
        var corners = ring.getCoordinateSequence();
        var flat = new double[corners.size() * 2];
        for (int i = 0; i < corners.size(); i++) {
            flat[2 * i] = corners.getX(i);
            flat[2 * i + 1] = corners.getY(i);
        }
        return flat;
    }
}
