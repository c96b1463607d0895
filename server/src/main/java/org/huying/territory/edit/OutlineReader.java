package org.huying.territory.edit;

import java.util.Optional;
import org.huying.territory.geo.Datum;
import org.huying.territory.store.Outlines;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;
import tools.jackson.databind.JsonNode;

/// Reads a GeoJSON polygon or multipolygon in a declared datum into CGCS2000.
record OutlineReader(Datum datum) {

    /// What is wrong, and where below the geometry.
    record Fault(String path, String code, String zh, String en) {}

    /// Either a shape or its fault.
    record Reading(Optional<Geometry> shape, Optional<Fault> fault) {}

    private static final class Unsound extends RuntimeException {
        private final transient Fault fault;

        Unsound(String path, String code, String zh, String en) {
            super(en, null, false, false);
            this.fault = new Fault(path, code, zh, en);
        }
    }

    Reading read(JsonNode geometry) {
        try {
            var shape = shape(geometry);
            var check = new IsValidOp(shape).getValidationError();
            if (check != null) {
                var at = check.getCoordinate();
                throw new Unsound(
                        "",
                        "invalid-outline",
                        "图形无效（%s），位置 %.7f, %.7f".formatted(check.getMessage(), at.x, at.y),
                        "%s at %.7f, %.7f".formatted(check.getMessage(), at.x, at.y));
            }
            return new Reading(Optional.of(shape), Optional.empty());
        } catch (Unsound e) {
            return new Reading(Optional.empty(), Optional.of(e.fault));
        }
    }

    private Geometry shape(JsonNode geometry) {
        var coordinates = geometry.path("coordinates");
        return switch (geometry.path("type").asString("")) {
            case "Polygon" -> polygon(coordinates, ".coordinates");
            case "MultiPolygon" -> {
                var parts = new Polygon[coordinates.isArray() ? coordinates.size() : 0];
                for (int i = 0; i < parts.length; i++) {
                    parts[i] = polygon(coordinates.get(i), ".coordinates[" + i + "]");
                }
                if (parts.length == 0) {
                    throw new Unsound(".coordinates", "empty", "图形为空", "The outline is empty");
                }
                yield Outlines.FACTORY.createMultiPolygon(parts);
            }
            default ->
                    throw new Unsound(
                            ".type",
                            "not-a-polygon",
                            "只接受 Polygon 或 MultiPolygon",
                            "Only Polygon or MultiPolygon");
        };
    }

    private Polygon polygon(JsonNode rings, String path) {
        if (!rings.isArray() || rings.isEmpty()) {
            throw new Unsound(path, "empty", "图形为空", "The outline is empty");
        }
        var holes = new LinearRing[rings.size() - 1];
        for (int i = 1; i < rings.size(); i++) {
            holes[i - 1] = ring(rings.get(i), path + "[" + i + "]");
        }
        return Outlines.FACTORY.createPolygon(ring(rings.get(0), path + "[0]"), holes);
    }

    private LinearRing ring(JsonNode positions, String path) {
        if (!positions.isArray() || positions.size() < 4) {
            throw new Unsound(
                    path, "ring-too-short", "环至少要有四个点", "A ring has at least four positions");
        }
        var corners = new Coordinate[positions.size()];
        for (int i = 0; i < corners.length; i++) {
            corners[i] = corner(positions.get(i), path + "[" + i + "]");
        }
        if (!corners[0].equals2D(corners[corners.length - 1])) {
            throw new Unsound(
                    path, "ring-open", "环的首尾不重合", "The ring does not end where it begins");
        }
        return Outlines.FACTORY.createLinearRing(corners);
    }

    private Coordinate corner(JsonNode position, String path) {
        if (!position.isArray()
                || position.size() < 2
                || position.size() > 3
                || !position.get(0).isNumber()
                || !position.get(1).isNumber()) {
            throw new Unsound(
                    path, "position", "坐标应为 [经度, 纬度]", "A position is [longitude, latitude]");
        }
        double lon = position.get(0).asDouble(Double.NaN);
        double lat = position.get(1).asDouble(Double.NaN);
        if (!(lon >= -180 && lon <= 180 && lat >= -85 && lat <= 85)) {
            throw new Unsound(
                    path, "position-range", "经纬度超出范围", "Longitude or latitude is out of range");
        }
        var point = datum.toCgcs(lon, lat);
        return new Coordinate(point.lon(), point.lat());
    }
}
