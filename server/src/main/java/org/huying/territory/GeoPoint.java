package org.huying.territory;

/// A point in CGCS2000 degrees (equal to WGS-84 at our accuracy). Longitude −180…180, latitude −90…90; others throw.
public record GeoPoint(double lon, double lat) {

    public GeoPoint {
        if (!(lon >= -180 && lon <= 180 && lat >= -90 && lat <= 90)) {
            throw new IllegalArgumentException("Not a point on the earth: " + lon + ", " + lat);
        }
    }

    /// Metres along the surface (equirectangular; error below 0.1 % within a county).
    public double metresTo(GeoPoint other) {
        double x =
                Math.toRadians(other.lon - lon) * Math.cos(Math.toRadians((lat + other.lat) / 2));
        double y = Math.toRadians(other.lat - lat);
        return Math.hypot(x, y) * 6_371_008.8;
    }
}
