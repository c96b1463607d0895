package org.huying.territory.web;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Where the name of a shape is written: in the middle of its largest part, and within it. Pure.
///
/// @param lon longitude, `lat` latitude
record Spot(double lon, double lat) {

    /// @param rings closed, longitude and latitude in turn
    static Spot of(List<double[]> rings) {
        var largest = rings.stream().max(Comparator.comparingDouble(Spot::area)).orElseThrow();
        double lat = middle(largest, 1);
        double lon = middle(largest, 0);
        return new Spot(within(crossings(rings, lat), lon), lat);
    }

    private static double area(double[] ring) {
        double sum = 0;
        for (int i = 0; i + 3 < ring.length; i += 2) {
            sum += cross(ring, i);
        }
        return Math.abs(sum);
    }

    private static double cross(double[] ring, int i) {
        return (ring[i] - ring[0]) * (ring[i + 3] - ring[1])
                - (ring[i + 2] - ring[0]) * (ring[i + 1] - ring[1]);
    }

    /// The centre of gravity on one axis; measured from the first corner, for exactness.
    private static double middle(double[] ring, int axis) {
        double sum = 0;
        double weighed = 0;
        for (int i = 0; i + 3 < ring.length; i += 2) {
            double cross = cross(ring, i);
            sum += cross;
            weighed += cross * (ring[i + axis] + ring[i + 2 + axis] - 2 * ring[axis]);
        }
        return sum == 0 ? ring[axis] : ring[axis] + weighed / (3 * sum);
    }

    /// Where the rings cross this latitude, from the west.
    private static double[] crossings(List<double[]> rings, double lat) {
        return rings.stream()
                .flatMapToDouble(ring -> {
                    var found = new double[ring.length / 2];
                    int size = 0;
                    for (int i = 0; i + 3 < ring.length; i += 2) {
                        if ((ring[i + 1] <= lat) != (ring[i + 3] <= lat)) {
                            double share = (lat - ring[i + 1]) / (ring[i + 3] - ring[i + 1]);
                            found[size++] = ring[i] + share * (ring[i + 2] - ring[i]);
                        }
                    }
                    return Arrays.stream(found, 0, size);
                })
                .sorted()
                .toArray();
    }

    /// The longitude itself where it lies inside, else the middle of the widest stretch that does.
    private static double within(double[] crossings, double lon) {
        double best = lon;
        double widest = 0;
        for (int i = 0; i + 1 < crossings.length; i += 2) {
            double width = crossings[i + 1] - crossings[i];
            if (crossings[i] < lon && lon < crossings[i + 1]) {
                return lon;
            }
            if (width > widest) {
                widest = width;
                best = crossings[i] + width / 2;
            }
        }
        return best;
    }
}
