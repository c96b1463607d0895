package org.huying.demo.founding;

import java.util.ArrayList;
import java.util.List;

/// A rectangle in degrees; the schematic outline of a place.
public record Box(double west, double south, double east, double north) {

    private static final double PRECISION = 1e6;

    /// A square of `side` degrees of latitude around a point, as wide in metres as it is high.
    static Box around(double lon, double lat, double side) {
        double wide = side / Math.cos(Math.toRadians(lat)) / 2;
        return new Box(lon - wide, lat - side / 2, lon + wide, lat + side / 2);
    }

    /// Cuts the box into as many cells as there are weights, each as large as its weight says, in rows from north to
    /// south and from west to east. Neighbours share their edges exactly: nothing overlaps and nothing is left out.
    List<Box> cut(double[] weights) {
        var cells = new ArrayList<Box>();
        double total = sum(weights, 0, weights.length);
        int rows = rows(weights.length);
        double top = north;
        int from = 0;
        double used = 0;
        for (int row = 0; row < rows; row++) {
            int left = rows - 1 - row;
            int to =
                    left == 0
                            ? weights.length
                            : Math.min(
                                    end(weights, from, total * (row + 1) / rows - used),
                                    weights.length - left);
            double part = sum(weights, from, to);
            used += part;
            double bottom = row == rows - 1 ? south : round(north - (north - south) * used / total);
            cells.addAll(row(weights, from, to, top, bottom));
            top = bottom;
            from = to;
        }
        return cells;
    }

    private int rows(int cells) {
        double high = (north - south) * 1.2; // a degree of longitude is shorter
        return Math.clamp(Math.round(Math.sqrt(cells * high / (east - west))), 1, cells);
    }

    /// Where the row that begins at `from` ends when it shall weigh about `wanted`; leaves one for each row to come.
    private static int end(double[] weights, int from, double wanted) {
        double weight = 0;
        int to = from;
        while (to < weights.length - 1 && (to == from || weight + weights[to] / 2 < wanted)) {
            weight += weights[to];
            to++;
        }
        return to;
    }

    private List<Box> row(double[] weights, int from, int to, double top, double bottom) {
        var cells = new ArrayList<Box>();
        double part = sum(weights, from, to);
        double left = west;
        double used = 0;
        for (int i = from; i < to; i++) {
            used += weights[i];
            double right = i == to - 1 ? east : round(west + (east - west) * used / part);
            cells.add(new Box(left, bottom, right, top));
            left = right;
        }
        return cells;
    }

    /// The box of half the width and height in the middle of this one.
    Box middle() {
        double wide = (east - west) / 4;
        double high = (north - south) / 4;
        return new Box(
                round(west + wide), round(south + high), round(east - wide), round(north - high));
    }

    /// A point well inside.
    public double[] point(Dice dice) {
        return new double[] {
            round(west + (east - west) * (0.1 + 0.8 * dice.fraction())),
            round(south + (north - south) * (0.1 + 0.8 * dice.fraction()))
        };
    }

    /// The ring of a GeoJSON polygon.
    List<List<Double>> ring() {
        return List.of(
                List.of(west, south),
                List.of(east, south),
                List.of(east, north),
                List.of(west, north),
                List.of(west, south));
    }

    private static double sum(double[] weights, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += weights[i];
        }
        return sum;
    }

    private static double round(double degrees) {
        return Math.round(degrees * PRECISION) / PRECISION;
    }
}
