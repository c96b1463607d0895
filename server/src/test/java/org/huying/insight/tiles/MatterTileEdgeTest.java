package org.huying.insight.tiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.huying.Api;
import org.huying.Town;
import org.huying.database.Postgres;
import org.huying.tile.Referee;
import org.huying.tile.Referee.Feature;
import org.huying.tile.Tile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

/// From a report to the tile in which those who may see it find it.
@SpringBootTest(properties = "huying.access.second-factor=false")
@AutoConfigureMockMvc
@Import({Postgres.class, Town.class, Api.class})
class MatterTileEdgeTest {

    private static final double LAT = 35.08;

    @Autowired Town town;
    @Autowired Api api;

    private String desk = "";
    private String lamps = "";
    private String water = "";

    @BeforeEach
    void town() {
        town.ready();
        desk = town.token("simulator", Optional.empty());
        lamps = town.token("unit-handler", Optional.of("lamps"));
        water = town.token("unit-handler", Optional.of("water"));
    }

    @Test
    void aMatterIsASquareOfItsOwnForThoseWhoReachIt() {
        double lon = 117.2611;
        var id =
                api.reported(desk, "路灯不亮", Town.REGION, "13800001111", lon)
                        .at("/matter/id")
                        .asString();
        if (api.matter(desk, id).at("/state").asString().equals("REPORTED")) {
            api.step(desk, id, "accept", "{}");
        }
        api.step(desk, id, "dispatch", "{\"unit\":\"%s\"}".formatted(town.unit("lamps")));
        api.drain();
        var square = read(desk, at(17, lon), "matters", "").getFirst();
        assertThat(square.text("id")).isEqualTo(id);
        assertThat(square.text("state")).isEqualTo("DISPATCHED");
        assertThat(square.says().keySet().stream().map(String::valueOf))
                .containsExactlyInAnyOrder("id", "number", "item", "state", "late", "soon");
        assertThat(read(lamps, at(17, lon), "matters", "")).hasSize(1);
        assertThat(read(water, at(17, lon), "matters", "")).isEmpty();
        assertThat(read(desk, at(17, lon), "matters", "?view=sums")).isEmpty();
    }

    @Test
    void clustersAreCountedForEachCallerAndSmallOnesAreNotForAll() {
        double lon = 117.3611;
        for (int i = 0; i < 4; i++) {
            api.reported(desk, "聚集" + i, Town.REGION, "13800001111", lon);
        }
        api.drain();
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() ->
                        assertThat(count(read(desk, at(12, lon), "clusters", ""))).isEqualTo(4));
        assertThat(count(read(water, at(12, lon), "clusters", ""))).isZero();
        var sums = town.token("system-admin", Optional.empty());
        assertThat(read(sums, at(12, lon), "clusters", "")).isEmpty();
        api.reported(desk, "第五件", Town.REGION, "13800001111", lon);
        api.drain();
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() ->
                        assertThat(count(read(sums, at(12, lon), "clusters", ""))).isEqualTo(5));
        assertThat(read(sums, at(17, lon), "matters", "")).isEmpty();
        assertThat(count(read(desk, at(12, lon), "clusters", "?view=sums"))).isEqualTo(5);
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThat(api.get(desk, "/tiles/matters/12/0/4096")).hasStatus(404);
        assertThat(api.get(desk, "/tiles/matters/19/0/0")).hasStatus(404);
        assertThat(api.get(desk, "/tiles/matters/a/0/0")).hasStatus(400);
        assertThat(api.get(desk, "/tiles/matters/5/1/1?view=all")).hasStatus(422);
        assertThat(api.get("", "/tiles/matters/5/1/1")).hasStatus(401);
        assertThat(api.get(town.resident("13800004444"), "/tiles/matters/5/1/1")).hasStatus(403);
        assertThat(api.get(lamps, "/tiles/matters/5/1/1?view=sums")).hasStatus(404);
    }

    private static long count(List<Feature> clusters) {
        return clusters.stream().mapToLong(it -> it.number("count")).sum();
    }

    private List<Feature> read(String token, Tile tile, String layer, String more) {
        var result =
                api.get(
                        token,
                        "/tiles/matters/%d/%d/%d%s".formatted(tile.z(), tile.x(), tile.y(), more));
        assertThat(result).hasStatusOk();
        assertThat(result.getResponse().getHeader("ETag")).isNotBlank();
        return Referee.read(result.getResponse().getContentAsByteArray(), layer);
    }

    private static Tile at(int zoom, double lon) {
        return new Tile(
                zoom,
                (int) Math.scalb(Tile.east(lon), zoom),
                (int) Math.scalb(Tile.south(LAT), zoom));
    }
}
