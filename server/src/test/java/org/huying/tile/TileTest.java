package org.huying.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

/// What is written is what another library reads.
class TileTest {

    @Test
    void placesLieWhereTheWebMapHasThem() {
        var tile = new Tile(12, 3380, 1620);
        assertThat(tile.column(tile.west())).isCloseTo(0, within(1e-6));
        assertThat(tile.column(tile.eastEdge())).isCloseTo(Tile.EXTENT, within(1e-6));
        assertThat(tile.row(tile.north())).isCloseTo(0, within(1e-6));
        assertThat(tile.row(tile.southEdge())).isCloseTo(Tile.EXTENT, within(1e-6));
        assertThat(new Tile(0, 0, 0).column(0)).isEqualTo(2048);
        assertThat(Tile.south(Tile.NORTHERNMOST)).isCloseTo(0, within(1e-12));
        assertThatThrownBy(() -> new Tile(3, 8, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Tile(21, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anotherLibraryReadsPointsAndWhatIsSaidOfThem() {
        var layer = new Layer("clusters");
        layer.point(10, 4000, Map.of("count", 300L, "name", "荆河街道", "late", true));
        layer.point(-7, 0, Map.of("count", 300L, "share", 0.25));
        var read = Referee.read(Layer.tile(List.of(layer, new Layer("empty"))), "clusters");
        assertThat(read).hasSize(2);
        assertThat(read.get(0).shape().getCoordinate()).isEqualTo(new Coordinate(10, 4000));
        assertThat(read.get(0).number("count")).isEqualTo(300);
        assertThat(read.get(0).text("name")).isEqualTo("荆河街道");
        assertThat(read.get(0).says().get("late")).isEqualTo(true);
        assertThat(read.get(1).shape().getCoordinate()).isEqualTo(new Coordinate(-7, 0));
        assertThat(read.get(1).says().get("share")).isEqualTo(0.25);
    }

    @Test
    void aShapeWithAHoleIsReadAsOne() {
        var outer = Ring.of(square(100, 1000), false).orElseThrow();
        var hole = Ring.of(square(300, 400), true).orElseThrow();
        var layer = new Layer("grid");
        layer.polygon(List.of(outer, hole), Map.of("code", "1"));
        var shape = Referee.read(Layer.tile(List.of(layer)), "grid").getFirst().shape();
        assertThat(shape.isValid()).isTrue();
        assertThat(shape.getArea()).isEqualTo(900.0 * 900 - 100 * 100);
    }

    /// Against the very same cut by JTS, for stars around random middles.
    @Test
    void aRingIsCutToTheTileAndItsRim() {
        var random = new SplittableRandom(7);
        var factory = new GeometryFactory();
        var seen =
                factory.toGeometry(
                        new Envelope(
                                -Ring.RIM,
                                Tile.EXTENT + Ring.RIM,
                                -Ring.RIM,
                                Tile.EXTENT + Ring.RIM));
        int drawn = 0;
        int simple = 0;
        for (int i = 0; i < 500; i++) {
            var star = star(random);
            var exact = factory.createPolygon(closed(star)).intersection(seen).getArea();
            Optional<int[]> ring = Ring.of(star, false);
            if (ring.isEmpty()) {
                assertThat(exact).isLessThan(5_000);
                continue;
            }
            drawn++;
            var layer = new Layer("grid");
            layer.polygon(List.of(ring.get()), Map.of());
            var read = Referee.read(Layer.tile(List.of(layer)), "grid");
            var cut =
                    factory.createLinearRing(
                            closed(Arrays.stream(ring.get()).asDoubleStream().toArray()));
            assertThat(Area.ofRing(cut.getCoordinates()))
                    .isCloseTo(exact, within(exact * 0.002 + 30_000));
            assertThat(seen.covers(cut.getEnvelope())).isTrue();
            if (cut.isSimple()) { // parts that a cut leaves hang together along the rim, outside
                // of what is seen
                simple++;
                assertThat(read).hasSize(1);
                assertThat(read.getFirst().shape().getArea())
                        .isEqualTo(Area.ofRing(cut.getCoordinates()));
            }
        }
        assertThat(drawn).isGreaterThan(200);
        assertThat(simple).isGreaterThan(drawn / 2);
    }

    private static double[] square(double from, double to) {
        return new double[] {from, from, to, from, to, to, from, to, from, from};
    }

    private static double[] star(SplittableRandom random) {
        double x = random.nextDouble(-4000, 8000);
        double y = random.nextDouble(-4000, 8000);
        var star = new double[24];
        for (int i = 0; i < 12; i++) {
            double radius = random.nextDouble(500, 6000);
            star[2 * i] = x + radius * Math.cos(i * Math.PI / 6);
            star[2 * i + 1] = y + radius * Math.sin(i * Math.PI / 6);
        }
        return star;
    }

    private static Coordinate[] closed(double[] star) {
        var corners = new Coordinate[star.length / 2 + 1];
        for (int i = 0; i < star.length; i += 2) {
            corners[i / 2] = new Coordinate(star[i], star[i + 1]);
        }
        corners[star.length / 2] = corners[0].copy();
        return corners;
    }
}
