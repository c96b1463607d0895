package org.huying.insight.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.Town;
import org.huying.database.Postgres;
import org.huying.eventlog.Consumers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// From a report to the lists, search, counters and inboxes that show it, through the API.
@SpringBootTest
@AutoConfigureMockMvc
@Import({Postgres.class, Town.class})
class ListsEdgeTest {

    private static final String PLACE = "/api/v1/370481";

    @Autowired MockMvcTester http;
    @Autowired Town town;
    @Autowired JsonMapper json;
    @Autowired Consumers consumers;

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
    void whatIsDispatchedToAUnitStandsInItsQueueAndNobodyElses() {
        var id = dispatched("路灯不亮");
        assertThat(ids(get(lamps, PLACE + "/lists/my-work"))).contains(id);
        assertThat(ids(get(water, PLACE + "/lists/my-work"))).doesNotContain(id);
        assertThat(ids(get(water, PLACE + "/lists/matters"))).doesNotContain(id);
        var team = PLACE + "/lists/team?unit=" + town.unit("lamps");
        assertThat(ids(get(desk, team))).contains(id);
        assertThat(get(water, team)).hasStatus(404);
        var line = line(get(lamps, PLACE + "/lists/matters"), id);
        assertThat(line.at("/unitName").asString()).isEqualTo("路灯管理所");
        assertThat(line.at("/state").asString()).isEqualTo("DISPATCHED");
        assertThat(line.at("/itemName").asString()).isNotBlank();
        assertThat(line.at("/reportedAt").asString()).endsWith("+08:00");
        assertThat(line.at("/remainingSeconds").isNumber()).isTrue();
        assertThat(line.toString()).doesNotContain("13800001111", "张三");
    }

    @Test
    void aListIsPagedWithoutGapsOrRepeats() {
        for (int i = 0; i < 5; i++) {
            report("翻页" + i);
        }
        consumers.drain();
        var all = ids(get(desk, PLACE + "/lists/matters?limit=200"));
        var paged = new ArrayList<String>();
        String next = null;
        do {
            var page =
                    get(
                            desk,
                            PLACE
                                    + "/lists/matters?limit=2"
                                    + (next == null ? "" : "&after=" + next));
            paged.addAll(ids(page));
            next = body(page).path("next").asString(null);
        } while (next != null);
        assertThat(paged).isEqualTo(all).doesNotHaveDuplicates();
    }

    @Test
    void narrowsListsAndDrawsThemOnTheMap() {
        var id = dispatched("路灯又不亮");
        assertThat(ids(get(desk, PLACE + "/lists/matters?state=DISPATCHED&limit=200")))
                .contains(id);
        assertThat(ids(get(desk, PLACE + "/lists/matters?state=CLOSED&limit=200")))
                .doesNotContain(id);
        assertThat(
                        ids(
                                get(
                                        desk,
                                        PLACE
                                                + "/lists/matters?item=gbt-event-01001&channel=snap&limit=200")))
                .contains(id);
        assertThat(ids(get(desk, PLACE + "/lists/matters?to=2020-01-01T00:00:00%2B08:00")))
                .isEmpty();
        assertThat(
                        ids(
                                get(
                                        desk,
                                        PLACE
                                                + "/lists/box?west=117.1&south=35&east=117.2&north=35.1&limit=200")))
                .contains(id);
        assertThat(ids(get(desk, PLACE + "/lists/box?west=118&south=35&east=118.2&north=35.1")))
                .isEmpty();
    }

    @Test
    void findsByWordsNumberAndPhone() {
        var id = dispatched("消防通道被占");
        var number =
                line(get(desk, PLACE + "/lists/matters?limit=200"), id).at("/number").asString();
        assertThat(ids(get(desk, PLACE + "/search?q=防通"))).contains(id);
        assertThat(ids(get(desk, PLACE + "/search?q=" + number))).containsExactly(id);
        assertThat(ids(get(desk, PLACE + "/search?q=" + number.substring(number.length() - 5))))
                .contains(id);
        assertThat(ids(get(desk, PLACE + "/search?q=没有这句话"))).isEmpty();
        assertThat(ids(phone(desk, "13800001111"))).contains(id);
        assertThat(ids(phone(desk, "13800009999"))).isEmpty();
    }

    @Test
    void countsByStreetAndCommunity() {
        dispatched("数一数");
        var county = body(get(desk, PLACE + "/counters"));
        assertThat(county.at("/places")).isNotEmpty();
        assertThat(county.at("/places/0/counts/reported").asLong()).isPositive();
        assertThat(county.at("/places/0/open").asLong()).isPositive();
        var recount = body(post(desk, PLACE + "/counters/recompute", null));
        assertThat(recount.at("/differing").asLong(-1)).isZero();
        assertThat(recount.at("/matters").asLong()).isPositive();
    }

    @Test
    void tellsThoseConcernedAndTheySeeIt() {
        var id = dispatched("告诉路灯所");
        var inbox = body(get(lamps, PLACE + "/inbox?limit=200"));
        var told = notice(inbox, id);
        assertThat(told.at("/template").asString()).isEqualTo("unit-dispatched");
        assertThat(told.at("/text").asString()).contains("告诉路灯所", "请签收");
        assertThat(inbox.at("/unseen").asInt()).isPositive();
        var notices = "{\"ids\":[\"" + told.at("/id").asString() + "\"]}";
        assertThat(body(post(water, PLACE + "/inbox/seen", notices)).at("/seen").asInt()).isZero();
        assertThat(body(post(lamps, PLACE + "/inbox/seen", notices)).at("/seen").asInt()).isOne();
        assertThat(notice(body(get(lamps, PLACE + "/inbox?limit=200")), id).at("/seen").asBoolean())
                .isTrue();
    }

    @Test
    void refusesWhatMakesNoSense() {
        for (var uri :
                List.of(
                        "/lists/matters?limit=201",
                        "/lists/matters?limit=0",
                        "/lists/matters?limit=many",
                        "/lists/matters?from=yesterday",
                        "/lists/matters?area=12345",
                        "/lists/matters?item=%27%3B--",
                        "/lists/my-work?axis=sideways",
                        "/lists/box?west=1&south=1&east=1",
                        "/lists/box?west=2&south=1&east=1&north=2",
                        "/search?q=%E7%81%AF",
                        "/counters?from=2026-01-02&to=2026-01-01",
                        "/inbox?limit=1000")) {
            assertThat(get(desk, PLACE + uri)).as(uri).hasStatus(422);
        }
        for (var uri :
                List.of("/lists/matters?after=nonsense", "/lists/team?unit=lamps", "/search")) {
            assertThat(get(desk, PLACE + uri)).as(uri).hasStatus(400);
        }
        assertThat(get(desk, "/api/v1/370482/lists/matters")).hasStatus(404);
        assertThat(http.get().uri(PLACE + "/lists/matters").exchange()).hasStatus(401);
        assertThat(get(town.resident("13800004444"), PLACE + "/lists/matters")).hasStatus(403);
    }

    private String report(String title) {
        var result =
                http.post()
                        .uri(PLACE + "/matters")
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + desk)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(
                                """
                                {"channel":"snap","title":"%s","text":"荆河路口，三天了","item":"gbt-event-01001",
                                 "point":{"lon":117.16,"lat":35.08},"contact":{"name":"张三","phone":"13800001111"}}
                                """
                                        .formatted(title))
                        .exchange();
        assertThat(result).hasStatus2xxSuccessful();
        return body(result).at("/matter/id").asString();
    }

    private String dispatched(String title) {
        var id = report(title);
        if (matter(id).at("/state").asString().equals("REPORTED")) {
            step(id, "accept", "{}");
        }
        step(id, "dispatch", "{\"unit\":\"%s\"}".formatted(town.unit("lamps")));
        consumers.drain();
        return id;
    }

    private JsonNode matter(String id) {
        return body(get(desk, PLACE + "/matters/" + id));
    }

    private void step(String id, String act, String body) {
        var result =
                http.post()
                        .uri(PLACE + "/matters/" + id + "/" + act)
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + desk)
                        .header(
                                HttpHeaders.IF_MATCH,
                                "\"" + matter(id).at("/version").asInt() + "\"")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body)
                        .exchange();
        assertThat(result).as(act).hasStatusOk();
    }

    private MvcTestResult get(String token, String uri) {
        return http.get()
                .uri(URI.create(URI.create(uri).toASCIIString()))
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .exchange();
    }

    private MvcTestResult phone(String token, String phone) {
        return post(token, PLACE + "/search/phone", "{\"phone\":\"" + phone + "\"}");
    }

    private MvcTestResult post(String token, String uri, @Nullable String body) {
        var request =
                http.post()
                        .uri(uri)
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                        .header("Idempotency-Key", UUID.randomUUID().toString());
        return body == null
                ? request.exchange()
                : request.contentType(MediaType.APPLICATION_JSON).content(body).exchange();
    }

    private List<String> ids(MvcTestResult result) {
        assertThat(result).hasStatusOk();
        var ids = new ArrayList<String>();
        body(result).at("/lines").forEach(line -> ids.add(line.at("/id").asString()));
        return ids;
    }

    private JsonNode line(MvcTestResult result, String id) {
        for (var line : body(result).at("/lines")) {
            if (line.at("/id").asString().equals(id)) {
                return line;
            }
        }
        throw new AssertionError("Not in the list: " + id);
    }

    private static JsonNode notice(JsonNode inbox, String matter) {
        for (var notice : inbox.at("/notices")) {
            if (notice.at("/matter").asString().equals(matter)) {
                return notice;
            }
        }
        throw new AssertionError("Nobody was told of " + matter);
    }

    private JsonNode body(MvcTestResult result) {
        return json.readTree(result.getResponse().getContentAsByteArray());
    }
}
