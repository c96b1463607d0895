package org.huying.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.huying.database.Postgres;
import org.huying.problem.ProblemException;
import org.huying.territory.edit.Change;
import org.huying.territory.edit.Finding;
import org.huying.territory.edit.Flaw;
import org.huying.territory.edit.OutlineImport;
import org.huying.territory.edit.TerritoryEdits;
import org.huying.territory.geo.Datum;
import org.huying.territory.store.Lineage;
import org.huying.territory.store.NodeRow.Sizes;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// Each test takes a county of its own, because nothing is rolled back.
@SpringBootTest
@Import(Postgres.class)
class TerritoryModuleTest {
    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final Instant THEN = Instant.parse("2026-02-01T00:00:00Z");
    private static final Instant LATER = Instant.parse("2026-04-01T00:00:00Z");

    @Autowired Territory territory;
    @Autowired DivisionImport divisions;
    @Autowired TerritoryEdits edits;
    @Autowired OutlineImport outlines;
    @Autowired Lineage lineage;
    @Autowired JdbcClient jdbc;
    @Autowired JsonMapper json;

    @Test
    void importsOneCountyAndChangesNothingWhenRunAgain() {
        var first = divisions.county("370481");
        assertThat(first.read()).isGreaterThan(1000);
        assertThat(divisions.county("370481").added()).isZero();
        assertThat(territory.path(TerritoryCode.of("370481001001"), THEN))
                .extracting(Node::name)
                .hasSize(3)
                .startsWith("滕州市", "荆河街道");
        assertThat(territory.children(TerritoryCode.of("370481"), THEN)).hasSize(21);
        assertThat(territory.children(TerritoryCode.of("3704"), THEN))
                .extracting(Node::name)
                .contains("滕州市");
        assertThat(facts("370481")).isOne();
    }

    @Test
    void refusesACountyThatDoesNotExist() {
        assertThatThrownBy(() -> divisions.county("999999")).isInstanceOf(ProblemException.class);
        assertThat(territory.node(TerritoryCode.of("999999001"), THEN)).isEmpty();
    }

    @Test
    void importsTheWholeCountry() {
        long start = System.nanoTime();
        var outcome = divisions.country(_ -> {});
        long seconds = (System.nanoTime() - start) / 1_000_000_000;
        System.out.println("REPORT whole country: " + outcome + " in " + seconds + " s");
        assertThat(outcome.read()).isEqualTo(31 + 342 + 2978 + 41352 + 620573);
        assertThat(territory.node(TerritoryCode.of("310151101"), THEN))
                .map(Node::name)
                .contains("城桥镇");
    }

    @Test
    void aGridGetsTheNextNumberAndACancelledOneIsNotUsedAgain() {
        divisions.county("210202");
        var community = TerritoryCode.of("210202001002");
        var first = edits.apply("210202", create(community)).getFirst();
        assertThat(first.code().value()).isEqualTo("210202001002001");
        edits.apply("210202", new Change.Cancel(first.code(), LocalDate.of(2026, 3, 1), "区里"));
        var second = edits.apply("210202", create(community)).getFirst();
        assertThat(second.code().value()).isEqualTo("210202001002002");
        assertThat(territory.node(first.code(), THEN)).isPresent();
        assertThat(territory.node(first.code(), LATER)).isEmpty();
        var again = place(community, Optional.of(first.code()));
        assertThatThrownBy(() -> edits.apply("210202", new Change.Create(again, START)))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void mergingAndSplittingKeepTheLineage() {
        divisions.county("310151");
        var community = territory.children(TerritoryCode.of("310151101"), THEN).getFirst().code();
        var one = edits.apply("310151", create(community)).getFirst().code();
        var two = edits.apply("310151", create(community)).getFirst().code();
        var day = LocalDate.of(2026, 3, 1);
        var into = place(community, Optional.empty());
        var merged =
                edits.apply("310151", new Change.Merge(List.of(one, two), into, day, "镇里"))
                        .getFirst();
        assertThat(territory.node(one, THEN)).isPresent();
        assertThat(territory.node(one, LATER)).isEmpty();
        assertThat(territory.node(merged.code(), THEN)).isEmpty();
        var parts = List.of(place(community, Optional.empty()), place(community, Optional.empty()));
        var split =
                edits.apply(
                        "310151", new Change.Split(merged.code(), parts, day.plusDays(5), "镇里"));
        assertThat(split)
                .extracting(node -> node.code().value().substring(12))
                .containsExactly("004", "005");
        assertThat(lineage.of(merged.code()))
                .extracting(Lineage.Step::act)
                .containsExactly("merge", "merge", "split", "split");
    }

    @Test
    void renamingKeepsTheCodeAndTheOldNameInItsTime() {
        divisions.county("350525");
        var street = territory.children(TerritoryCode.of("350525"), THEN).getFirst();
        edits.apply(
                "350525", new Change.Rename(street.code(), "新名镇", LocalDate.of(2026, 3, 1), "省里"));
        assertThat(territory.node(street.code(), THEN)).map(Node::name).contains(street.name());
        assertThat(territory.node(street.code(), LATER)).map(Node::name).contains("新名镇");
    }

    @Test
    void aPlaceWithOpenPlacesBelowCannotEnd() {
        divisions.county("530129");
        var street = territory.children(TerritoryCode.of("530129"), THEN).getFirst();
        assertThatThrownBy(
                        () -> edits.apply("530129", new Change.Cancel(street.code(), START, "县里")))
                .isInstanceOf(ProblemException.class);
        assertThat(territory.node(street.code(), LATER)).isPresent();
    }

    @Test
    void importsOutlinesAndLocatesTheDeepestPlace() {
        divisions.county("511523");
        var community = firstCommunity("511523");
        var file =
                collection(
                        feature(
                                community.code().value(),
                                community.name(),
                                "division",
                                105.0,
                                28.7,
                                0.02),
                        feature(community.code() + "001", "第一网格", "grid", 105.0, 28.7, 0.01));
        var request = new OutlineImport.Request(Datum.CGCS2000, START, "测试", false);
        var dry =
                outlines.run(
                        "511523",
                        json.readTree(file),
                        new OutlineImport.Request(Datum.CGCS2000, START, "测试", true));
        assertThat(dry.added()).isOne();
        assertThat(territory.locate("511523", new GeoPoint(105.005, 28.705), THEN)).isEmpty();
        var outcome = outlines.run("511523", json.readTree(file), request);
        assertThat(outcome.flaws()).isEmpty();
        assertThat(outcome.added()).isOne();
        assertThat(outcome.changed()).isOne();
        assertThat(outcome.findings()).extracting(Finding::kind).containsExactly(Finding.Kind.GAP);
        assertThat(territory.locate("511523", new GeoPoint(105.005, 28.705), THEN))
                .map(Node::name)
                .contains("第一网格");
        assertThat(territory.locate("511523", new GeoPoint(105.015, 28.715), THEN))
                .map(Node::name)
                .contains(community.name());
        assertThat(
                        territory.locate(
                                "511523",
                                new GeoPoint(105.005, 28.705),
                                Instant.parse("2025-01-01T00:00:00Z")))
                .map(Node::name)
                .contains(community.name());
        assertThat(outlines.run("511523", json.readTree(file), request).unchanged()).isEqualTo(2);
    }

    @Test
    void oneFlawedFeatureStopsTheWholeImportAndEveryFlawIsNamed() {
        divisions.county("520330");
        var community = firstCommunity("520330").code();
        var file =
                collection(
                        feature(community + "001", "好网格", "grid", 106, 28, 0.01),
                        feature(community + "002", "", "grid", 106, 28, 0.01),
                        feature("520330999999001", "无上级", "grid", 106, 28, 0.01),
                        feature(community + "01", "位数不对", "grid", 106, 28, 0.01),
                        feature("370481001001001", "别的县", "grid", 106, 28, 0.01),
                        feature(community + "003", "领结", "grid", 106, 28, 0.01)
                                .replace(
                                        "[106.01,28.0],[106.01,28.01]",
                                        "[106.01,28.01],[106.01,28.0]"));
        var outcome =
                outlines.run(
                        "520330",
                        json.readTree(file),
                        new OutlineImport.Request(Datum.GCJ02, START, "测试", false));
        assertThat(outcome.flaws())
                .extracting(Flaw::code)
                .containsExactly("name", "code", "other-county", "invalid-outline", "no-parent");
        assertThat(outcome.flaws())
                .extracting(Flaw::path)
                .contains("features[1].properties.name", "features[5].geometry");
        assertThat(territory.children(community, THEN)).isEmpty();
    }

    @Test
    void aNewOutlineEndsTheOldOne() {
        divisions.county("320321");
        var grid = firstCommunity("320321").code() + "001";
        outlines.run(
                "320321",
                json.readTree(collection(feature(grid, "甲网格", "grid", 116, 34, 0.01))),
                new OutlineImport.Request(Datum.CGCS2000, START, "一", false));
        var march = new OutlineImport.Request(Datum.CGCS2000, LocalDate.of(2026, 3, 1), "二", false);
        outlines.run(
                "320321",
                json.readTree(collection(feature(grid, "甲网格", "grid", 116.1, 34, 0.01))),
                march);
        assertThat(territory.locate("320321", new GeoPoint(116.005, 34.005), THEN)).isPresent();
        assertThat(territory.locate("320321", new GeoPoint(116.005, 34.005), LATER)).isEmpty();
        assertThat(territory.locate("320321", new GeoPoint(116.105, 34.005), LATER)).isPresent();
        assertThat(lineage.of(TerritoryCode.of(grid)))
                .extracting(Lineage.Step::act)
                .containsExactly("move");
    }

    private Node firstCommunity(String county) {
        var street = territory.children(TerritoryCode.of(county), THEN).getFirst();
        return territory.children(street.code(), THEN).getFirst();
    }

    private long facts(String region) {
        return jdbc.sql(
                        "SELECT count(*) FROM eventlog.event WHERE region = ? AND kind = 'territory.changed'")
                .param(region)
                .query((row, _) -> row.getLong(1))
                .single();
    }

    private static Change create(TerritoryCode parent) {
        return new Change.Create(place(parent, Optional.empty()), START);
    }

    private static Change.NewPlace place(TerritoryCode parent, Optional<TerritoryCode> code) {
        return new Change.NewPlace(
                parent, code, Kind.GRID, "测试网格", Sizes.UNKNOWN, Optional.empty(), true);
    }

    private static String collection(String... features) {
        return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
    }

    private static String feature(
            String code, String name, String kind, double lon, double lat, double side) {
        double east = Math.round((lon + side) * 1e6) / 1e6;
        double north = Math.round((lat + side) * 1e6) / 1e6;
        return """
        {"type":"Feature","properties":{"code":"%s","name":"%s","kind":"%s"},"geometry":{"type":"Polygon",
        "coordinates":[[[%s,%s],[%s,%s],[%s,%s],[%s,%s],[%s,%s]]]}}
        """
                .formatted(
                        code, name, kind, lon, lat, east, lat, east, north, lon, north, lon, lat);
    }
}
