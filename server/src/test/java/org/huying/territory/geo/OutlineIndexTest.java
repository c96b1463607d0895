package org.huying.territory.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.huying.territory.geo.OutlineIndex.Outline;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

class OutlineIndexTest {
    private static final double[] OUTER = {117.0, 35.0, 117.1, 35.0, 117.1, 35.1, 117.0, 35.1};
    private static final double[] HOLE = {
        117.04, 35.04, 117.06, 35.04, 117.06, 35.06, 117.04, 35.06
    };

    @Test
    void theDeepestWins() {
        var index =
                OutlineIndex.of(List.of(outline(1, OUTER), outline(3, HOLE), outline(2, OUTER)));
        assertThat(index.locate(117.05, 35.05, 10)).isEqualTo(1);
        assertThat(index.locate(117.01, 35.01, 10)).isEqualTo(2);
        assertThat(index.locate(117.2, 35.01, 10)).isEqualTo(OutlineIndex.NONE);
    }

    @Test
    void anOutlineCountsOnlyWhileItWasValid() {
        var index =
                OutlineIndex.of(
                        List.of(
                                new Outline(1, 0, 100, List.of(OUTER)),
                                new Outline(1, 100, Integer.MAX_VALUE, List.of(OUTER))));
        assertThat(index.locate(117.05, 35.05, 99)).isEqualTo(0);
        assertThat(index.locate(117.05, 35.05, 100)).isEqualTo(1);
        assertThat(index.locate(117.05, 35.05, -1)).isEqualTo(OutlineIndex.NONE);
    }

    @Test
    void aHoleIsOutside() {
        var index = OutlineIndex.of(List.of(new Outline(1, 0, 1000, List.of(OUTER, HOLE))));
        assertThat(index.locate(117.05, 35.05, 1)).isEqualTo(OutlineIndex.NONE);
        assertThat(index.locate(117.03, 35.05, 1)).isEqualTo(0);
    }

    @Test
    void anEmptyIndexHoldsNothing() {
        assertThat(OutlineIndex.of(List.of()).locate(0, 0, 0)).isEqualTo(OutlineIndex.NONE);
    }

    @Test
    void neighboursShareEveryPointOfTheirBorderWithoutGapOrOverlap() {
        var corners = new double[] {117.0, 35.0333333, 117.0333333, 35.01, 117.07, 35.02};
        var west =
                outline(1, corners[0], corners[1], corners[2], corners[3], corners[4], corners[5]);
        var east = outline(1, corners[0], corners[1], corners[4], corners[5], 117.06, 35.09);
        var both = OutlineIndex.of(List.of(west, east));
        var westOnly = OutlineIndex.of(List.of(west));
        var eastOnly = OutlineIndex.of(List.of(east));
        for (int i = 1; i < 1000; i++) {
            double share = i / 1000.0;
            double lon = corners[0] + share * (corners[4] - corners[0]);
            double lat = corners[1] + share * (corners[5] - corners[1]);
            assertThat(both.locate(lon, lat, 1)).isNotEqualTo(OutlineIndex.NONE);
            assertThat(westOnly.locate(lon, lat, 1) == 0)
                    .isNotEqualTo(eastOnly.locate(lon, lat, 1) == 0);
        }
    }

    @Test
    void agreesWithTheReferenceOnAThousandStars() {
        var outlines = new ArrayList<Outline>();
        for (int i = 0; i < 1024; i++) {
            outlines.add(outline(1, star(117 + (i % 32) * 0.01, 35 + Math.floorDiv(i, 32) * 0.01)));
        }
        var index = OutlineIndex.of(outlines);
        var geometry = new GeometryFactory();
        for (int i = 0; i < 20_000; i++) {
            double lon = 117 + (i * 7919L % 20_011) / 20_011.0 * 0.32;
            double lat = 35 + (i * 104_729L % 20_021) / 20_021.0 * 0.32;
            int found = index.locate(lon, lat, 1);
            var point = geometry.createPoint(new Coordinate(lon, lat));
            int column = (int) ((lon - 117 + 0.005) / 0.01) % 32;
            int row = (int) ((lat - 35 + 0.005) / 0.01) % 32;
            var expected = geometry.createPolygon(closed(outlines.get(row * 32 + column)));
            if (found == row * 32 + column) {
                assertThat(expected.distance(point)).isLessThan(1e-7);
            } else {
                assertThat(expected.buffer(-1e-7).contains(point)).isFalse();
            }
        }
    }

    @Test
    void looksUpFastAmongAHundredThousand() {
        var outlines = new ArrayList<Outline>();
        for (int i = 0; i < 99_856; i++) {
            outlines.add(
                    outline(1, star(110 + (i % 316) * 0.01, 30 + Math.floorDiv(i, 316) * 0.01)));
        }
        long start = System.nanoTime();
        var index = OutlineIndex.of(outlines);
        long built = System.nanoTime();
        int rounds = 2_000_000;
        int hits = 0;
        for (int i = 0; i < rounds; i++) {
            double lon = 110 + (i * 7919L % 1_000_003) / 1_000_003.0 * 3.15;
            double lat = 30 + (i * 104_729L % 999_983) / 999_983.0 * 3.15;
            hits += index.locate(lon, lat, 1) >= 0 ? 1 : 0;
        }
        long nanos = (System.nanoTime() - built) / rounds;
        System.out.printf(
                "OutlineIndex: %d outlines in %d ms, %d ns per lookup, %d hits%n",
                outlines.size(), (built - start) / 1_000_000, nanos, hits);
        assertThat(hits).isGreaterThan(rounds / 2);
        assertThat(nanos).isLessThan(20_000); // the exact figure belongs to the bench
    }

    private static Outline outline(int depth, double... ring) {
        return new Outline(depth, 0, 1000, List.of(ring));
    }

    private static double[] star(double lon, double lat) {
        var ring = new double[48];
        for (int i = 0; i < 24; i++) {
            double angle = i * Math.PI / 12;
            double radius = i % 2 == 0 ? 0.0049 : 0.0041;
            ring[2 * i] = lon + radius * Math.cos(angle);
            ring[2 * i + 1] = lat + radius * Math.sin(angle);
        }
        return ring;
    }

    private static Coordinate[] closed(Outline outline) {
        var ring = outline.rings().getFirst();
        var corners = new Coordinate[ring.length / 2 + 1];
        for (int i = 0; i < corners.length; i++) {
            int at = 2 * i % ring.length;
            corners[i] = new Coordinate(ring[at], ring[at + 1]);
        }
        return corners;
    }
}
