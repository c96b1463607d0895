package org.huying.insight.wall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Optional;
import org.huying.Api;
import org.huying.Town;
import org.huying.database.Postgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/// The wall through the API: who sees what of it, and how far down.
@SpringBootTest(properties = "huying.access.second-factor=false")
@AutoConfigureMockMvc
@Import({Postgres.class, Town.class, Api.class})
class WallEdgeTest {

    private static final String STREET = "370481001";
    private static final String COMMUNITY = "370481001001";

    @Autowired Town town;
    @Autowired Api api;

    private String desk = "";

    @BeforeEach
    void town() {
        town.ready();
        desk = town.token("simulator", Optional.empty());
    }

    @Test
    void drillsDownFromTheCountyToACommunity() {
        for (int i = 0; i < 3; i++) {
            api.reported(desk, "路灯" + i, COMMUNITY, "13800001111");
        }
        api.drain();
        var county = fresh(desk, "", 3);
        assertThat(county.at("/area/code").asString()).isEqualTo("370481");
        assertThat(county.at("/places")).hasSize(21);
        assertThat(county.at("/today/receivedByHour")).hasSize(24);
        assertThat(county.at("/now/open").asLong()).isGreaterThanOrEqualTo(3);
        assertThat(county.at("/funnel/0/key").asString()).isEqualTo("reported");
        assertThat(county.at("/small").asBoolean()).isTrue();
        assertThat(county.at("/whistles/blown").isNumber()).isTrue();
        assertThat(place(county, STREET).at("/now/open").asLong()).isGreaterThanOrEqualTo(3);
        var street = fresh(desk, "?area=" + STREET, 3);
        assertThat(street.at("/within/0/code").asString()).isEqualTo("370481");
        assertThat(place(street, COMMUNITY).at("/received").asLong()).isGreaterThanOrEqualTo(3);
        var community = fresh(desk, "?area=" + COMMUNITY + "&days=1", 3);
        assertThat(community.at("/within")).hasSize(2);
        assertThat(community.toString()).doesNotContain("路灯0", "张三");
    }

    @Test
    void tellsNoCountUnderFiveToWhoSeesOnlySums() {
        var other = "370481002";
        for (int i = 0; i < 3; i++) {
            api.reported(desk, "少" + i, other, "13800001111");
        }
        api.drain();
        var all = fresh(desk, "?area=" + other, 3);
        assertThat(all.at("/now/open").asLong()).isEqualTo(3);
        var sums = town.token("system-admin", Optional.empty());
        var wall = api.body(api.get(sums, "/wall?area=" + other));
        assertThat(wall.at("/small").asBoolean()).isFalse();
        assertThat(wall.at("/now/open").isNumber()).isFalse();
        assertThat(wall.at("/now/overdue").asLong(-1)).isZero();
        assertThat(wall.at("/today/received").isNumber()).isFalse();
        assertThat(wall.at("/rates/onTime/of").isNumber()).isFalse();
        var street = place(api.body(api.get(sums, "/wall")), other);
        assertThat(street.at("/received").isNumber()).isFalse();
        assertThat(street.at("/rank").isNumber()).isFalse();
    }

    @Test
    void tellsWhatCameAndWentDayByDay() {
        var street = "370481003";
        var community = below(street);
        for (int i = 0; i < 6; i++) {
            api.reported(desk, "每天" + i, community, "13800001111");
        }
        api.drain();
        var series = api.body(api.get(desk, "/counters/days?area=" + street + "&days=7"));
        assertThat(series.at("/days")).hasSize(7);
        assertThat(series.at("/days/6/day").asString()).isEqualTo(series.at("/to").asString());
        assertThat(series.at("/days/6/called").asLong()).isEqualTo(6);
        assertThat(series.at("/days/6/closed").asLong(-1)).isZero();
        assertThat(series.at("/days/6/late").asLong(-1)).isZero();
        assertThat(series.at("/days/0/called").asLong(-1)).isZero();
        var part = api.body(api.get(desk, "/counters/days?days=1&area=" + community));
        assertThat(part.at("/days/0/called").asLong()).isEqualTo(6);
        var county = api.body(api.get(desk, "/counters/days"));
        assertThat(county.at("/days")).hasSize(30);
        assertThat(county.at("/days/29/called").asLong()).isGreaterThanOrEqualTo(6);
        var before = api.body(api.get(desk, "/counters/days?days=2&to=2020-03-01"));
        assertThat(before.at("/from").asString()).isEqualTo("2020-02-29");
        api.reported(desk, "少", below("370481004"), "13800001111");
        api.drain();
        var sums = town.token("system-admin", Optional.empty());
        var few = api.body(api.get(sums, "/counters/days?area=370481004&days=1"));
        assertThat(few.at("/small").asBoolean(true)).isFalse();
        assertThat(few.at("/days/0/called").isNumber()).isFalse();
        assertThat(few.at("/days/0/closed").asLong(-1)).isZero();
        assertThat(api.get(desk, "/counters/days?days=93")).hasStatus(422);
        assertThat(api.get(desk, "/counters/days?days=0")).hasStatus(422);
        assertThat(api.get(desk, "/counters/days?area=370482001")).hasStatus(404);
        assertThat(api.get("", "/counters/days")).hasStatus(401);
        var unit = town.token("unit-handler", Optional.of("lamps"));
        assertThat(api.get(unit, "/counters/days")).hasStatus(404);
    }

    @Test
    void refusesWhatLiesElsewhereOrMakesNoSense() {
        assertThat(api.get(desk, "/wall?area=370482001")).hasStatus(404);
        assertThat(api.get(desk, "/wall?area=37048100")).hasStatus(422);
        assertThat(api.get(desk, "/wall?days=0")).hasStatus(422);
        assertThat(api.get(desk, "/wall?days=93")).hasStatus(422);
        assertThat(api.get("", "/wall")).hasStatus(401);
        assertThat(api.get(town.resident("13800004444"), "/wall")).hasStatus(403);
        var unit = town.token("unit-handler", Optional.of("lamps"));
        assertThat(api.get(unit, "/wall")).hasStatus(404);
    }

    /// Figures are up to a second old.
    private JsonNode fresh(String token, String query, int least) {
        var wall = new JsonNode[1];
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> {
                    var result = api.get(token, "/wall" + query);
                    assertThat(result).hasStatusOk();
                    wall[0] = api.body(result);
                    assertThat(wall[0].at("/today/received").asLong())
                            .isGreaterThanOrEqualTo(least);
                });
        return wall[0];
    }

    /// The first community of a street.
    private String below(String street) {
        return api.body(api.get("", "/places?parent=" + street)).at("/items/0/code").asString();
    }

    private static JsonNode place(JsonNode wall, String code) {
        for (var place : wall.at("/places")) {
            if (place.at("/place/code").asString().equals(code)) {
                return place;
            }
        }
        throw new AssertionError(code + " is not on the wall");
    }
}
