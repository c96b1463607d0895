package org.huying.insight.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.Api;
import org.huying.Town;
import org.huying.database.Postgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// Lists of what stands beside the state, the two scopes of counting, and bursts, through the API.
@SpringBootTest
@AutoConfigureMockMvc
@Import({Postgres.class, Town.class, Api.class})
class BesideListsEdgeTest {

    private static final List<String> FLAGS =
            List.of("supervised", "key", "emergency", "returned", "merged", "suspended");

    @Autowired Town town;
    @Autowired Api api;
    @Autowired JdbcClient jdbc;

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
    void whoHelpsFindsItInTheirWorkAndNobodyElseDoes() {
        var id = api.dispatched(desk, "水管漏到灯下", town.unit("lamps"));
        assertThat(api.lines(water, "/lists/my-work")).doesNotContain(id);
        engage(id);
        assertThat(api.lines(water, "/lists/my-work")).contains(id);
        assertThat(api.lines(water, "/lists/matters?limit=200")).contains(id);
        assertThat(api.lines(lamps, "/lists/my-work")).contains(id);
        assertThat(api.lines(desk, "/lists/matters?flag=helped")).containsOnlyOnce(id);
        var line = line(desk, id);
        assertThat(line.at("/helpers/0/name").asString()).isEqualTo("供水公司");
        api.step(
                water,
                id,
                "contribute",
                "{\"unit\":\"%s\",\"words\":\"阀门修好了\"}".formatted(town.unit("water")));
        assertThat(api.lines(water, "/lists/my-work")).doesNotContain(id);
        assertThat(api.lines(water, "/lists/matters?limit=200")).contains(id);
    }

    @Test
    void marksAreFoundByTheirFlag() {
        var id = api.dispatched(desk, "督办的路灯", town.unit("lamps"));
        api.step(desk, id, "supervise", "{\"kind\":\"LEADER\",\"words\":\"尽快\"}");
        api.step(desk, id, "mark", "{\"key\":true,\"urgency\":\"EMERGENCY\"}");
        for (var flag : List.of("supervised", "key", "emergency")) {
            assertThat(api.lines(desk, "/lists/matters?flag=" + flag)).as(flag).contains(id);
            assertThat(api.lines(lamps, "/lists/matters?flag=" + flag)).as(flag).contains(id);
            assertThat(api.lines(water, "/lists/matters?flag=" + flag)).isEmpty();
        }
        api.step(desk, id, "lift", "{}");
        assertThat(api.lines(desk, "/lists/matters?flag=supervised")).doesNotContain(id);
        assertThat(api.get(desk, "/lists/matters?flag=nonsense")).hasStatus(422);
        for (var flag : FLAGS) {
            assertThat(api.get(desk, "/lists/matters?flag=" + flag)).hasStatusOk();
        }
    }

    @Test
    void anApplicationWaitsInTheQueueOfWhoDecidesIt() {
        var id = api.dispatched(desk, "要延期的路灯", town.unit("lamps"));
        api.step(lamps, id, "acknowledge", "{}");
        assertThat(api.lines(desk, "/lists/approvals")).doesNotContain(id);
        api.step(
                lamps,
                id,
                "apply",
                """
                {"kind":"EXTENSION","reason":"material","length":"1 work-day","words":"等配件",
                 "evidence":[{"kind":"paper","attachment":"%s"}]}
                """
                        .formatted(api.picture(lamps)));
        assertThat(api.lines(desk, "/lists/approvals")).containsOnlyOnce(id);
        assertThat(api.lines(desk, "/lists/approvals?flag=pleaded")).contains(id);
        assertThat(api.lines(desk, "/lists/approvals?flag=appealed")).doesNotContain(id);
        assertThat(api.get(lamps, "/lists/approvals")).hasStatus(403);
        api.step(town.token("county-desk", Optional.empty()), id, "grant", "{\"no\":1}");
        assertThat(api.lines(desk, "/lists/approvals")).doesNotContain(id);
    }

    @Test
    void mergedOnesAreFoundByTheirMasterAndCountAsReportsButNotAsCases() {
        var before = county();
        var master = api.dispatched(desk, "主件", town.unit("lamps"));
        var child = api.report(desk, "次件");
        api.step(desk, child, "merge", "{\"into\":\"" + master + "\"}");
        assertThat(api.lines(desk, "/lists/matters?master=" + master)).containsExactly(child);
        var after = county();
        assertThat(difference(before, after, "reported")).isEqualTo(2);
        assertThat(difference(before, after, "merged")).isEqualTo(1);
        assertThat(difference(before, after, "cases")).isEqualTo(1);
    }

    @Test
    void manyReportsOfOneDayAndCommunityAreOneAlertForTheDesksThere() {
        for (int i = 0; i < 5; i++) {
            api.reported(desk, "又一盏不亮" + i, community(), "13800001111");
        }
        api.drain();
        api.drain();
        var alerts = api.body(api.get(desk, "/bursts?state=OPEN")).at("/bursts");
        assertThat(alerts).hasSize(1);
        var alert = alerts.get(0);
        assertThat(alert.at("/count").asInt()).isEqualTo(5);
        assertThat(alert.at("/area").asString()).isEqualTo(community());
        assertThat(alert.at("/itemName").asString()).isNotBlank();
        assertThat(told(alert.at("/id").asString()))
                .as("the desks of the community and of its street, once")
                .isEqualTo(2);
        api.reported(desk, "再一盏不亮", community(), "13800001111");
        api.drain();
        assertThat(told(alert.at("/id").asString())).isEqualTo(2);
        var answer = "/bursts/" + alert.at("/id").asString() + "/acknowledge";
        assertThat(api.get(lamps, "/bursts")).hasStatus(403);
        assertThat(api.post(lamps, answer, "{}")).hasStatus(403);
        var answered = api.body(api.post(desk, answer, "{\"note\":\"片区停电\"}"));
        assertThat(answered.at("/state").asString()).isEqualTo("ACKNOWLEDGED");
        assertThat(api.body(api.get(desk, "/bursts?state=OPEN")).at("/bursts")).isEmpty();
        assertThat(api.post(desk, "/bursts/" + UUID.randomUUID() + "/close", "{}")).hasStatus(404);
    }

    private int told(String burst) {
        return jdbc.sql(
                        """
                        SELECT count(DISTINCT recipient)::integer FROM notice.notice
                         WHERE matter = :id::uuid AND template = 'burst-raised' AND params ->> 'number' = '5'
                        """)
                .param("id", burst)
                .query(Integer.class)
                .single();
    }

    private static String community() {
        return "370481001001";
    }

    private void engage(String id) {
        api.step(
                desk,
                id,
                "engage",
                "{\"unit\":\"%s\",\"limit\":\"2 work-days\",\"words\":\"请关阀门\"}"
                        .formatted(town.unit("water")));
    }

    private JsonNode line(String token, String id) {
        for (var line : api.body(api.get(token, "/lists/matters?limit=200")).at("/lines")) {
            if (line.at("/id").asString().equals(id)) {
                return line;
            }
        }
        throw new AssertionError("Not in the list: " + id);
    }

    private JsonNode county() {
        api.drain();
        return api.body(api.get(desk, "/counters"));
    }

    private static long difference(JsonNode before, JsonNode after, String name) {
        return sum(after, name) - sum(before, name);
    }

    private static long sum(JsonNode table, String name) {
        long sum = 0;
        for (var place : table.at("/places")) {
            sum += place.at("/counts/" + name).asLong(0);
        }
        return sum;
    }
}
