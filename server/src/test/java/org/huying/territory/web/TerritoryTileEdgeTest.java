package org.huying.territory.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.huying.access.Accounts;
import org.huying.access.Caller;
import org.huying.access.NewAccount;
import org.huying.access.NewGrant;
import org.huying.database.Postgres;
import org.huying.territory.DivisionImport;
import org.huying.territory.Territory;
import org.huying.territory.TerritoryCode;
import org.huying.territory.edit.OutlineImport;
import org.huying.territory.geo.Datum;
import org.huying.tile.Referee;
import org.huying.tile.Tile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

/// The map of a county from imported outlines to tiles that another library reads. A county of its own.
@SpringBootTest(properties = "huying.access.second-factor=false")
@AutoConfigureMockMvc
@Import(Postgres.class)
class TerritoryTileEdgeTest {

    private static final String REGION = "330106";
    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final double LON = 120.1;
    private static final double LAT = 30.25;

    @Autowired DivisionImport divisions;
    @Autowired OutlineImport outlines;
    @Autowired Territory territory;
    @Autowired Accounts accounts;
    @Autowired MockMvcTester http;
    @Autowired JsonMapper json;

    private String community = "";
    private String staff = "";

    @BeforeEach
    void county() {
        divisions.county(REGION);
        var now = START.plusDays(1).atStartOfDay(java.time.ZoneOffset.UTC).toInstant();
        var street = territory.children(TerritoryCode.of(REGION), now).getFirst();
        community = territory.children(street.code(), now).getFirst().code().value();
        var file =
                """
                {"type":"FeatureCollection","features":[%s,%s]}
                """
                        .formatted(
                                feature(community, "division", 0.02, 0.003),
                                feature(community + "001", "grid", 0.01, 0));
        outlines.run(
                REGION,
                json.readTree(file),
                new OutlineImport.Request(Datum.CGCS2000, START, "测试", false));
        staff = token("tile.county", REGION);
    }

    @Test
    void everybodySeesDivisionsAndStaffSeeGrids() {
        var open = bytes("", at(14));
        assertThat(Referee.read(open, "grid")).isEmpty();
        var shape = Referee.read(open, "community").getFirst();
        assertThat(shape.text("code")).isEqualTo(community);
        assertThat(shape.says().get("schematic")).isEqualTo(false);
        assertThat(shape.shape().isValid()).isTrue();
        var names = Referee.read(bytes("", at(11)), "names");
        assertThat(names).extracting(it -> it.text("code")).containsExactly(community);
        var grid = Referee.read(bytes(staff, at(14)), "grid").getFirst();
        assertThat(grid.text("name")).isEqualTo("测试" + community + "001");
        assertThat(grid.says().get("schematic")).isEqualTo(true);
        var elsewhere = community.equals(REGION + "001001") ? "002" : "001";
        assertThat(Referee.read(bytes(token("tile.else", REGION + elsewhere), at(14)), "grid"))
                .isEmpty();
        assertThat(Referee.read(bytes(token("tile.here", community), at(14)), "grid")).hasSize(1);
    }

    @Test
    void aShapeLiesWhereItLies() {
        var tile = at(13);
        var grid = Referee.read(bytes(staff, tile), "grid").getFirst().shape();
        var box = grid.getEnvelopeInternal();
        assertThat(box.getMinX()).isCloseTo(Math.max(-128, tile.column(LON)), within(1.0));
        assertThat(box.getMaxY()).isCloseTo(Math.min(4224, tile.row(LAT)), within(1.0));
        assertThat(Referee.read(bytes(staff, at(10)), "grid")).isEmpty();
        var far = new Tile(13, tile.x() + 40, tile.y());
        assertThat(bytes(staff, far)).isEmpty();
    }

    @Test
    void givesTheWholeGroundOfAPlaceInOneAnswer() {
        var said =
                http.get()
                        .uri("/api/v1/{r}/territory/nodes/{c}/parts", REGION, community)
                        .header("Authorization", "Bearer " + staff)
                        .exchange();
        assertThat(said).hasStatusOk();
        var part = json.readTree(said.getResponse().getContentAsByteArray()).at("/parts/0");
        assertThat(part.at("/node/code").asString()).isEqualTo(community + "001");
        assertThat(part.at("/outline/type").asString()).isEqualTo("MultiPolygon");
    }

    @Test
    void saysWhereTheMapLies() {
        var said = http.get().uri("/api/v1/" + REGION + "/tiles/territory").exchange();
        assertThat(said).hasStatusOk();
        var body = json.readTree(said.getResponse().getContentAsByteArray());
        assertThat(body.at("/bounds/0").asDouble()).isCloseTo(LON - 0.003, within(1e-6));
        assertThat(body.at("/bounds/1").asDouble()).isCloseTo(LAT, within(1e-6));
        assertThat(body.at("/bounds/2").asDouble()).isGreaterThan(LON);
        assertThat(body.at("/schematic").asBoolean()).isFalse();
        assertThat(http.get().uri("/api/v1/999999/tiles/territory").exchange()).hasStatus(404);
    }

    @Test
    void isSentOnceAndRefusedWhereThereIsNone() {
        var first = get("", REGION, at(14), "");
        assertThat(first).hasStatusOk();
        assertThat(first.getResponse().getContentType())
                .isEqualTo("application/vnd.mapbox-vector-tile");
        assertThat(first.getResponse().getHeader("Cache-Control"))
                .contains("private", "max-age=60");
        var tag = Optional.ofNullable(first.getResponse().getHeader("ETag")).orElseThrow();
        assertThat(get("", REGION, at(14), tag)).hasStatus(304);
        assertThat(get(staff, REGION, at(14), tag)).hasStatusOk();
        assertThat(get("", "999999", at(14), "")).hasStatus(404);
        for (var address : List.of("19/0/0", "3/0/0", "5/32/0", "5/0/-1")) {
            assertThat(raw("", REGION, address, "")).as(address).hasStatus(404);
        }
        assertThat(raw("", REGION, "5/a/0", "")).hasStatus(400);
        var refused = raw("", REGION, "19/0/0", "");
        assertThat(
                        new String(
                                refused.getResponse().getContentAsByteArray(),
                                StandardCharsets.UTF_8))
                .contains("not-found");
    }

    private static Tile at(int zoom) {
        return new Tile(
                zoom,
                (int) Math.scalb(Tile.east(LON + 0.004), zoom),
                (int) Math.scalb(Tile.south(LAT + 0.004), zoom));
    }

    private byte[] bytes(String token, Tile tile) {
        var result = get(token, REGION, tile, "");
        assertThat(result).hasStatusOk();
        return result.getResponse().getContentAsByteArray();
    }

    private MvcTestResult get(String token, String region, Tile tile, String tag) {
        return raw(token, region, tile.z() + "/" + tile.x() + "/" + tile.y(), tag);
    }

    private MvcTestResult raw(String token, String region, String address, String tag) {
        var request = http.get().uri("/api/v1/" + region + "/tiles/territory/" + address);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (!tag.isEmpty()) {
            request.header("If-None-Match", tag);
        }
        return request.exchange();
    }

    private String token(String login, String area) {
        var id =
                accounts.byLogin(REGION, login)
                        .orElseGet(() ->
                                accounts.create(
                                        new NewAccount(
                                                REGION,
                                                login,
                                                login,
                                                Caller.Kind.STAFF,
                                                Optional.empty(),
                                                false,
                                                List.of(
                                                        NewGrant.of(
                                                                "leader",
                                                                TerritoryCode.of(area))))));
        return accounts.openSession(id, REGION);
    }

    /// A square, or with `lean` a shape that nobody takes for one.
    private static String feature(String code, String kind, double side, double lean) {
        return """
        {"type":"Feature","properties":{"code":"%1$s","name":"测试%1$s","kind":"%2$s"},"geometry":{"type":"Polygon",
        "coordinates":[[[%3$.6f,%4$.6f],[%5$.6f,%4$.6f],[%5$.6f,%6$.6f],[%7$.6f,%6$.6f],[%3$.6f,%4$.6f]]]}}
        """
                .formatted(code, kind, LON, LAT, LON + side, LAT + side, LON - lean);
    }
}
