package org.huying.territory.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huying.territory.Kind;
import org.huying.territory.TerritoryCode;
import org.huying.territory.edit.Topology.Place;
import org.huying.territory.store.NodeRow.Sizes;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/// A community that is a square of about a kilometre, and grids in it.
class TopologyTest {
    private static final GeometryFactory SHAPES = new GeometryFactory();
    private static final double SIDE = 0.01;
    private static final String COMMUNITY = "370481001001";

    @Test
    void hasNothingToSayOfGridsThatFit() {
        assertThat(check(grid(1, 0, 0.5), grid(2, 0.5, 1))).isEmpty();
    }

    @Test
    void findsWhatTwoGridsShareOnce() {
        var findings = check(grid(1, 0, 0.6), grid(2, 0.5, 1));
        assertThat(kinds(findings)).containsExactly("OVERLAP 370481001001001 370481001001002");
        assertThat(findings.getFirst().squareMetres()).isBetween(95_000L, 107_000L);
        assertThat(findings.getFirst().zh()).isEqualTo("与“第2网格”重叠");
        assertThat(findings.getFirst().en()).isEqualTo("Overlaps with 第2网格");
    }

    @Test
    void findsTheGroundThatNoGridCovers() {
        assertThat(kinds(check(grid(1, 0, 0.5), grid(2, 0.7, 1))))
                .containsExactly("GAP 370481001001 ");
    }

    @Test
    void findsAGridThatReachesOutOfItsCommunity() {
        assertThat(kinds(check(grid(1, 0, 0.5), grid(2, 0.5, 1.1))))
                .containsExactly("OUTSIDE 370481001001002 370481001001");
    }

    @Test
    void takesNoHairsBreadthForAnOverlapOrAGap() {
        double hair = 1e-9;
        assertThat(check(grid(1, 0, 0.5 + hair), grid(2, 0.5 - hair, 1 - hair))).isEmpty();
    }

    @Test
    void letsEstatesLieAcrossGrids() {
        var estate =
                new Place(
                        TerritoryCode.of(COMMUNITY + "009"),
                        Kind.ESTATE,
                        "小区",
                        Sizes.UNKNOWN,
                        square(0.3, 0.7));
        assertThat(check(grid(1, 0, 0.5), grid(2, 0.5, 1), estate)).isEmpty();
    }

    @Test
    void warnsOfGridsThatAreTooLargeOrHaveTooManyOrTooFewHouseholds() {
        var limits =
                new SizeLimits(
                        new SizeLimits.Grid(300, 500, 0.4), new SizeLimits.MicroGrid(30, 100, 1));
        var full = sized(1, 0, 0.3, 501);
        var empty = sized(2, 0.3, 0.6, 299);
        var right = sized(3, 0.6, 0.65, 500);
        var wide = sized(4, 0.65, 1.0, 300);
        var findings = new Topology(limits).check(List.of(community(), full, empty, right, wide));
        assertThat(kinds(findings))
                .containsExactlyInAnyOrder(
                        "HOUSEHOLDS 370481001001001 ", "HOUSEHOLDS 370481001001002 ");
        var stretched = sized(1, 0, 1, 400);
        assertThat(kinds(new Topology(limits).check(List.of(community(), stretched))))
                .containsExactly("AREA 370481001001001 ");
    }

    private static List<Finding> check(Place... grids) {
        var places = new ArrayList<Place>();
        places.add(community());
        places.addAll(List.of(grids));
        return new Topology(SizeLimits.usual()).check(places);
    }

    private static List<String> kinds(List<Finding> findings) {
        return findings.stream().map(it -> it.kind() + " " + it.code() + " " + it.other()).toList();
    }

    private static Place community() {
        return new Place(
                TerritoryCode.of(COMMUNITY), Kind.DIVISION, "东门社区", Sizes.UNKNOWN, square(0, 1));
    }

    private static Place grid(int number, double from, double to) {
        return new Place(code(number), Kind.GRID, name(number), Sizes.UNKNOWN, square(from, to));
    }

    private static Place sized(int number, double from, double to, int households) {
        var sizes = new Sizes(Optional.of(households), Optional.empty());
        return new Place(code(number), Kind.GRID, name(number), sizes, square(from, to));
    }

    private static TerritoryCode code(int number) {
        return TerritoryCode.of(COMMUNITY + "%03d".formatted(number));
    }

    private static String name(int number) {
        return "第%d网格".formatted(number);
    }

    /// From west to east within the community, all of it from south to north.
    private static Geometry square(double from, double to) {
        return SHAPES.toGeometry(
                new Envelope(117 + (from * SIDE), 117 + (to * SIDE), 35, 35 + SIDE));
    }
}
