package org.huying.org.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.huying.Town;
import org.huying.database.Postgres;
import org.huying.org.Responsible;
import org.huying.org.Rosters;
import org.huying.territory.TerritoryCode;
import org.huying.territory.TerritoryDay;
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

/// Teams, rosters, vacancies, handover and the public board through the API.
@SpringBootTest(properties = "huying.access.second-factor=false")
@AutoConfigureMockMvc
@Import({Postgres.class, Town.class})
class StaffingEdgeTest {
    private static final String HERE = "/api/v1/370481";
    private static final UUID LI = new UUID(11, 1);
    private static final UUID WU = new UUID(11, 2);

    @Autowired MockMvcTester http;
    @Autowired Town town;
    @Autowired Rosters rosters;
    @Autowired Clock clock;
    @Autowired JsonMapper json;

    private String admin = "";
    private String desk = "";

    @BeforeEach
    void town() {
        town.ready();
        admin = town.token("system-admin", Optional.empty());
        desk = town.token("street-desk", Optional.empty());
    }

    @Test
    void aTeamHasARosterAndWhoeverIsOnDutyAnswers() {
        var id = team("enforcement", "370481003");
        var place = TerritoryCode.of("370481003001");
        assertThat(rosters.responsible("enforcement", place, clock.instant()))
                .map(Responsible::rule)
                .contains("team-lead");
        var plan =
                """
                {"day":"%s","shifts":[{"name":"全天","from":"00:00","to":"00:00","persons":["%s"]}]}
                """
                        .formatted(TerritoryDay.of(clock.instant()), WU);
        var path = HERE + "/teams/" + id;
        assertThat(post(desk, path + "/roster", Optional.of(1), plan)).hasStatus(204);
        assertThat(post(desk, path + "/roster", Optional.of(1), plan)).hasStatus(412);
        assertThat(post(desk, path + "/roster", Optional.empty(), plan)).hasStatus(428);
        assertThat(rosters.responsible("enforcement", place, clock.instant()))
                .hasValueSatisfying(found -> {
                    assertThat(found.rule()).isEqualTo("roster");
                    assertThat(found.person()).contains(WU);
                    assertThat(found.unit()).isEqualTo(town.unit("centre"));
                });
        assertThat(rosters.responsible("enforcement", TerritoryCode.of("370481"), clock.instant()))
                .isEmpty();
        assertThat(body(get(desk, path + "/on-duty")).at("/persons/0/name").asString())
                .isEqualTo("吴");
        var stranger = plan.replace(WU.toString(), new UUID(11, 9).toString());
        assertThat(post(desk, path + "/roster", Optional.of(2), stranger)).hasStatus(409);

        var gone = "{}";
        assertThat(post(admin, path + "/members/" + WU + "/end", Optional.of(2), gone))
                .hasStatus(204);
        assertThat(body(get(desk, path)).path("members").size()).isOne();
        assertThat(body(get(desk, HERE + "/staffing/persons/" + LI)).path("teams").size())
                .isGreaterThan(0);
    }

    @Test
    void onePersonFollowsAnotherInOneActAndHistoryIsKept() {
        var posts =
                """
                {"items":[{"key":"street-desk","name":"值班员","organisation":"centre","area":"370481004",
                 "contact":"0632-5510000","duties":"受理群众诉求",
                 "holders":[{"person":"%s","name":"李"}]}],"from":"2026-01-01"}
                """
                        .formatted(LI);
        var saved = body(post(admin, HERE + "/posts/import", Optional.empty(), posts));
        var post = saved.at("/ids/0").asString();
        var tenure = holder(post, 0).path("id").asString();
        var path = HERE + "/posts/" + post + "/tenures/" + tenure + "/handover";
        var request =
                """
                {"successor":{"person":"%s","name":"吴"},"note":"轮岗","day":"2026-02-01"}
                """
                        .formatted(WU);
        assertThat(post(admin, path, revision(), request)).hasStatus(200);
        assertThat(post(admin, path, revision(), request)).hasStatus(404);
        assertThat(holder(post, 0).path("validTo").asString()).isEqualTo("2026-02-01");
        assertThat(holder(post, 1).path("name").asString()).isEqualTo("吴");

        var board = get(Optional.empty(), HERE + "/board/370481004");
        assertThat(board).hasStatusOk();
        var text = new String(board.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        assertThat(text).contains("吴", "受理群众诉求", "0632-5510000").doesNotContain(WU.toString());
        var mobile = posts.replace("0632-5510000", "13800138000");
        assertThat(post(admin, HERE + "/posts/import", Optional.empty(), mobile)).hasStatus(422);
        assertThat(get(Optional.empty(), HERE + "/board/370481999")).hasStatus(404);
    }

    @Test
    void listsTheVacanciesOfTheQuotasPageByPage() {
        var grid =
                """
                {"place":{"parent":"370481005001","kind":"GRID","name":"空网格"},"from":"2026-01-01"}
                """;
        assertThat(post(admin, HERE + "/territory/nodes", Optional.empty(), grid)).hasStatus(201);
        var list = body(get(desk, HERE + "/staffing/vacancies?area=370481005&limit=1"));
        assertThat(list.at("/items/0/area").asString()).startsWith("370481005001");
        assertThat(list.at("/items/0/vacant").asInt()).isOne();
        var next = list.path("next").asString();
        var second =
                body(get(desk, HERE + "/staffing/vacancies?area=370481005&limit=1&after=" + next));
        assertThat(second.at("/items/0/post").asString())
                .isNotEqualTo(list.at("/items/0/post").asString());
        assertThat(body(get(desk, HERE + "/staffing")).path("posts").size()).isGreaterThan(0);
    }

    @Test
    void whoServesInTwoBodiesIsListedWhileItLasts() {
        var both = new UUID(11, 7);
        var posts =
                """
                {"items":[{"key":"committee-member","name":"社区两委委员","organisation":"lamps","area":"370481008",
                           "holders":[{"person":"%1$s","name":"周"}]},
                          {"key":"owners-member","name":"业委会委员","organisation":"water","area":"370481008",
                           "holders":[{"person":"%1$s","name":"周"}]}],"from":"2026-01-01"}
                """
                        .formatted(both);
        assertThat(post(admin, HERE + "/posts/import", Optional.empty(), posts)).hasStatusOk();
        var path = HERE + "/staffing/cross?area=370481008";
        var people = body(get(desk, path)).path("people");
        assertThat(people.size()).isOne();
        assertThat(people.at("/0/person").asString()).isEqualTo(both.toString());
        assertThat(people.at("/0/seats").size()).isEqualTo(2);
        assertThat(people.at("/0/seats/0/from").asString()).isEqualTo("2026-01-01");
        assertThat(body(get(desk, path + "&on=2025-12-31")).path("people").size()).isZero();
        assertThat(get(desk, HERE + "/staffing/cross?area=110101")).hasStatus(404);
    }

    @Test
    void aStreetSwitchesItsModeAndBack() {
        var on = "{\"area\":\"370481002\",\"mode\":\"surge\",\"reason\":\"防汛\"}";
        var mode = body(post(desk, HERE + "/modes", Optional.empty(), on));
        assertThat(post(desk, HERE + "/modes", Optional.empty(), on)).hasStatus(409);
        var community = town.token("community-desk", Optional.empty());
        assertThat(post(community, HERE + "/modes", Optional.empty(), on)).hasStatus(403);
        var at = HERE + "/modes/at/370481002001";
        assertThat(body(get(desk, at)).path("mode").asString()).isEqualTo("surge");
        var off = HERE + "/modes/" + mode.path("id").asString() + "/off";
        assertThat(post(desk, off, Optional.of(1), "{\"reason\":\"结束\"}")).hasStatus(204);
        assertThat(body(get(desk, at)).path("mode").isNull()).isTrue();
        assertThat(body(get(desk, HERE + "/modes")).at("/items/0/endReason").asString())
                .isEqualTo("结束");
    }

    private String team(String key, String area) {
        var request =
                """
                {"items":[{"key":"%s","name":"综合执法队","organisation":"centre","area":"%s","members":[
                 {"person":"%s","name":"李","roles":["officer","liaison"],"lead":true},
                 {"person":"%s","name":"吴","roles":["officer"],"home":"lamps"}]}],"from":"2026-01-01"}
                """
                        .formatted(key, area, LI, WU);
        var saved = post(admin, HERE + "/teams/import", Optional.empty(), request);
        assertThat(saved).hasStatusOk();
        var again = body(post(admin, HERE + "/teams/import", Optional.empty(), request));
        assertThat(again.path("added").asInt() + again.path("members").asInt()).isZero();
        return body(saved).at("/ids/0").asString();
    }

    private JsonNode holder(String post, int index) {
        var items = body(get(admin, HERE + "/posts?area=370481004&limit=1000")).path("items");
        for (var item : items) {
            if (item.path("id").asString().equals(post)) {
                return item.path("holders").get(index);
            }
        }
        throw new AssertionError("No post " + post);
    }

    private JsonNode body(MvcTestResult result) {
        return json.readTree(result.getResponse().getContentAsByteArray());
    }

    private Optional<Integer> revision() {
        var tag = get(admin, HERE + "/posts").getResponse().getHeader(HttpHeaders.ETAG);
        return Optional.ofNullable(tag).map(it -> Integer.parseInt(it.replace("\"", "")));
    }

    private MvcTestResult get(String token, String uri) {
        return get(Optional.of(token), uri);
    }

    private MvcTestResult get(Optional<String> token, String uri) {
        var request = http.get().uri(uri);
        token.ifPresent(it -> request.header(HttpHeaders.AUTHORIZATION, "Bearer " + it));
        return request.exchange();
    }

    private MvcTestResult post(String token, String uri, Optional<Integer> version, String body) {
        var request =
                http.post()
                        .uri(uri)
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body);
        version.ifPresent(it -> request.header(HttpHeaders.IF_MATCH, "\"" + it + "\""));
        return request.exchange();
    }
}
