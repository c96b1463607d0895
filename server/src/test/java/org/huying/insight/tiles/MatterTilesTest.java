package org.huying.insight.tiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huying.insight.FakeMatters.REGION;
import static org.huying.insight.FakeMatters.START;
import static org.huying.insight.FakeMatters.unit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.huying.database.Postgres;
import org.huying.insight.FakeMatters;
import org.huying.insight.feed.Feed;
import org.huying.insight.sql.Cut;
import org.huying.matter.MatterSummary;
import org.huying.territory.GeoPoint;
import org.huying.territory.TerritoryCode;
import org.huying.tile.Referee;
import org.huying.tile.Tile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Tiles of stored matters against counting by hand.
class MatterTilesTest {

    private static final int MATTERS = 20_000;
    private static final Instant NOW = START.plus(Duration.ofMinutes(MATTERS / 2));
    private static final Feed FEED = new Feed(Postgres.migrated());
    private static final List<Cut> ALL = List.of(Cut.WHOLE);
    private static final List<Cut> STREET =
            List.of(new Cut(Optional.of(TerritoryCode.of(REGION + "001")), Optional.empty()));
    private static final List<Cut> HELPER =
            List.of(new Cut(Optional.empty(), Optional.of(unit(503))));

    private static OpenPoints points = new OpenPoints(List.of());

    @BeforeAll
    static void fill() {
        FEED.matters.fill(0, MATTERS);
        FEED.model().rebuild(REGION);
        points = new OpenPointRows(FEED.jdbc).of(REGION);
    }

    @Test
    void everyOpenMatterIsInOneTileOfEachZoom() {
        assertThat(points.size()).isEqualTo((int) open(_ -> true).count());
        for (int zoom : new int[] {4, 8, 10, 12, 14}) {
            long counted = 0;
            for (var tile : tiles(zoom)) {
                long count = sum(tile, ALL, "count");
                assertThat(count).as(tile.toString()).isEqualTo(open(it -> lies(tile, it)).count());
                counted += count;
            }
            assertThat(counted).as("zoom " + zoom).isEqualTo(points.size());
        }
    }

    @Test
    void saysHowManyAreLateOrSoonAndShowsOnlyWhatIsReached() {
        var tile = around(6);
        assertThat(sum(tile, ALL, "late"))
                .isPositive()
                .isEqualTo(open(it -> it.due().filter(NOW::isAfter).isPresent()).count());
        assertThat(sum(tile, STREET, "count"))
                .isPositive()
                .isEqualTo(open(it -> it.area().value().startsWith(REGION + "001")).count());
        assertThat(sum(tile, HELPER, "count"))
                .isPositive()
                .isEqualTo(open(it -> hands(it).anyMatch(unit(503)::equals)).count());
        assertThat(sum(tile, List.of(), "count")).isZero();
    }

    @Test
    void aClusterLiesWithinItsCellAmongItsMatters() {
        var tile = around(11);
        var clusters = Referee.read(picture(tile).clusters(points, ALL), "clusters");
        assertThat(clusters).isNotEmpty().hasSizeLessThanOrEqualTo(64);
        assertThat(clusters)
                .allSatisfy(it -> {
                    var at = it.shape().getCoordinate();
                    assertThat(at.x).isBetween(0.0, 4096.0);
                    assertThat(at.y).isBetween(0.0, 4096.0);
                });
        assertThat(
                        clusters.stream()
                                .map(it ->
                                        (int) it.shape().getCoordinate().x / 512
                                                + "/"
                                                + (int) it.shape().getCoordinate().y / 512))
                .doesNotHaveDuplicates();
    }

    @Test
    void sumsTellNothingUnderFiveHoweverDeepOneLooks() {
        int told = 0;
        for (int zoom = 4; zoom <= 18; zoom++) {
            var tile = around(zoom);
            for (var cluster : Referee.read(picture(tile).sums(points, ALL), "clusters")) {
                told++;
                assertThat(cluster.number("count")).isGreaterThanOrEqualTo(5);
                for (var name : List.of("late", "soon")) {
                    if (cluster.says().get(name) != null) {
                        assertThat(cluster.number(name)).isNotIn(1L, 2L, 3L, 4L);
                    }
                }
            }
        }
        assertThat(told).isPositive();
        var crowd = Stream.generate(() -> at(117.3, 35.2)).limit(7).toList();
        var deep = new OpenPoints(crowd);
        long shown =
                tiles(18, 117.297, 35.197, 117.303, 35.203).stream()
                        .mapToLong(
                                it -> Referee.read(picture(it).sums(deep, ALL), "clusters").size())
                        .sum();
        assertThat(shown).isOne();
    }

    @Test
    void theCurveKeepsBothNumbers() {
        for (int x : new int[] {0, 1, 5, 0xFF_FFFF}) {
            for (int y : new int[] {0, 2, 7, 0xFF_FFFF}) {
                long code = OpenPoints.curve(x, y);
                assertThat(OpenPoints.uncurl(code)).isEqualTo(x);
                assertThat(OpenPoints.uncurl(code >>> 1)).isEqualTo(y);
            }
        }
    }

    private static OpenPoints.OpenPoint at(double lon, double lat) {
        return OpenPoints.OpenPoint.at(
                lon, lat, Long.MAX_VALUE, Long.MAX_VALUE, REGION, List.<UUID>of());
    }

    private static long sum(Tile tile, List<Cut> cuts, String name) {
        return Referee.read(picture(tile).clusters(points, cuts), "clusters").stream()
                .mapToLong(it -> it.number(name))
                .sum();
    }

    private static MatterPicture picture(Tile tile) {
        return new MatterPicture(tile, NOW);
    }

    private static Stream<MatterSummary> open(Predicate<MatterSummary> meant) {
        return IntStream.range(0, MATTERS)
                .mapToObj(FakeMatters::matter)
                .filter(MatterSummary::open)
                .filter(meant);
    }

    private static Stream<UUID> hands(MatterSummary matter) {
        return Stream.concat(matter.unit().stream(), matter.beside().involved().stream());
    }

    private static boolean lies(Tile tile, MatterSummary matter) {
        GeoPoint point = matter.point().orElseThrow();
        double x = tile.column(point.lon());
        double y = tile.row(point.lat());
        return x >= 0 && y >= 0 && x < Tile.EXTENT && y < Tile.EXTENT;
    }

    /// The tile of this zoom that holds the middle of the county.
    private static Tile around(int zoom) {
        return tiles(zoom, 117.1, 35.001, 117.1, 35.001).getFirst();
    }

    private static List<Tile> tiles(int zoom) {
        return tiles(zoom, 117, 35, 118, 35.02);
    }

    private static List<Tile> tiles(
            int zoom, double west, double south, double east, double north) {
        int left = (int) Math.scalb(Tile.east(west), zoom);
        int right = (int) Math.scalb(Tile.east(east), zoom);
        int top = (int) Math.scalb(Tile.south(north), zoom);
        int bottom = (int) Math.scalb(Tile.south(south), zoom);
        return IntStream.rangeClosed(left, right)
                .boxed()
                .flatMap(
                        x -> IntStream.rangeClosed(top, bottom).mapToObj(y -> new Tile(zoom, x, y)))
                .toList();
    }
}
