package org.huying.territory.geo;

import org.huying.territory.GeoPoint;

/// The datums that data in China come in. Everything inside Huying is CGCS2000; others are converted at the edge.
/// GCJ-02 and BD-09 differ from it by up to 700 m and 1.3 km inside China; outside they are the same.
public enum Datum {
    /// Also WGS-84, which equals it at our accuracy.
    CGCS2000,
    GCJ02,
    BD09;

    private static final double SPHEROID_AXIS = 6_378_245.0;
    private static final double ECCENTRICITY = 0.006_693_421_622_965_943;
    private static final double BAIDU = Math.PI * 3000.0 / 180.0;
    private static final int MOST_ROUNDS = 30;
    private static final double CLOSE_ENOUGH = 1e-10; // degrees: a hundredth of a millimetre

    /// The same place in CGCS2000. The inverse is iterated to below 0.1 mm.
    public GeoPoint toCgcs(double lon, double lat) {
        return switch (this) {
            case CGCS2000 -> new GeoPoint(lon, lat);
            case GCJ02 -> invert(lon, lat);
            case BD09 -> invert(lon, lat);
        };
    }

    /// The same place in this datum, from CGCS2000.
    public GeoPoint fromCgcs(GeoPoint point) {
        return switch (this) {
            case CGCS2000 -> point;
            case GCJ02 -> shift(point);
            case BD09 -> bend(shift(point));
        };
    }

    /// Walks back by the error until none is left: the shift changes by less than 1 % of the step.
    private GeoPoint invert(double lon, double lat) {
        var guess = new GeoPoint(lon, lat);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            var there = fromCgcs(guess);
            double east = lon - there.lon();
            double north = lat - there.lat();
            guess = new GeoPoint(guess.lon() + east, guess.lat() + north);
            if (Math.abs(east) < CLOSE_ENOUGH && Math.abs(north) < CLOSE_ENOUGH) {
                break;
            }
        }
        return guess;
    }

    private static boolean outsideChina(GeoPoint point) {
        return point.lon() < 72.004
                || point.lon() > 137.8347
                || point.lat() < 0.8293
                || point.lat() > 55.8271;
    }

    private static GeoPoint shift(GeoPoint point) {
        if (outsideChina(point)) {
            return point;
        }
        double x = point.lon() - 105.0;
        double y = point.lat() - 35.0;
        double radians = Math.toRadians(point.lat());
        double magic = 1 - ECCENTRICITY * Math.sin(radians) * Math.sin(radians);
        double root = Math.sqrt(magic);
        double metresPerDegreeNorth =
                SPHEROID_AXIS * (1 - ECCENTRICITY) / (magic * root) * Math.PI / 180;
        double metresPerDegreeEast = SPHEROID_AXIS / root * Math.cos(radians) * Math.PI / 180;
        return new GeoPoint(
                point.lon() + eastward(x, y) / metresPerDegreeEast,
                point.lat() + northward(x, y) / metresPerDegreeNorth);
    }

    private static double northward(double x, double y) {
        return -100.0
                + 2.0 * x
                + 3.0 * y
                + 0.2 * y * y
                + 0.1 * x * y
                + 0.2 * Math.sqrt(Math.abs(x))
                + waves(x, 6.0, 2.0)
                + (20.0 * sine(y) + 40.0 * sine(y / 3.0)) * 2.0 / 3.0
                + (160.0 * sine(y / 12.0) + 320.0 * sine(y / 30.0)) * 2.0 / 3.0;
    }

    private static double eastward(double x, double y) {
        return 300.0
                + x
                + 2.0 * y
                + 0.1 * x * x
                + 0.1 * x * y
                + 0.1 * Math.sqrt(Math.abs(x))
                + waves(x, 6.0, 2.0)
                + (20.0 * sine(x) + 40.0 * sine(x / 3.0)) * 2.0 / 3.0
                + (150.0 * sine(x / 12.0) + 300.0 * sine(x / 30.0)) * 2.0 / 3.0;
    }

    private static double waves(double x, double first, double second) {
        return (20.0 * sine(first * x) + 20.0 * sine(second * x)) * 2.0 / 3.0;
    }

    private static double sine(double turns) {
        return Math.sin(turns * Math.PI);
    }

    private static GeoPoint bend(GeoPoint gcj) {
        double radius = Math.hypot(gcj.lon(), gcj.lat()) + 0.000_02 * Math.sin(gcj.lat() * BAIDU);
        double angle = Math.atan2(gcj.lat(), gcj.lon()) + 0.000_003 * Math.cos(gcj.lon() * BAIDU);
        return new GeoPoint(radius * Math.cos(angle) + 0.0065, radius * Math.sin(angle) + 0.006);
    }
}
