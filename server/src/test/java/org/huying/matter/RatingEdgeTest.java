package org.huying.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
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
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// The requester's word without an account: by link, by code, and by number and secret.
@SpringBootTest
@AutoConfigureMockMvc
@Import({Postgres.class, Town.class, Api.class})
class RatingEdgeTest {

    @Autowired Town town;
    @Autowired Api api;
    @Autowired MockMvcTester http;

    private String desk = "";
    private String lamps = "";

    @BeforeEach
    void town() {
        town.ready();
        desk = town.token("simulator", Optional.empty());
        lamps = town.token("unit-handler", Optional.of("lamps"));
    }

    @Test
    void aLinkRatesOnceAndNoMore() {
        var id = asked("扫码评价的路灯");
        var link = link(id);
        var question = api.body(api.get("", link));
        assertThat(question.at("/open").asBoolean()).isTrue();
        assertThat(question.at("/answers").findValuesAsString("key")).contains("satisfied");
        assertThat(question.toString()).doesNotContain("张三", "13800001111");
        assertThat(api.get("", link + "x")).hasStatus(404);
        var answer = "{\"answer\":\"satisfied\",\"contacted\":true,\"way\":\"code\"}";
        var rated = api.post("", link, answer);
        assertThat(rated).hasStatusOk();
        assertThat(api.body(rated).at("/open").asBoolean()).isFalse();
        assertThat(api.post("", link, answer)).hasStatus(409);
        assertThat(api.body(api.get("", link)).at("/open").asBoolean()).isFalse();
        assertThat(api.matter(desk, id).at("/state").asString()).isEqualTo("RATED");
    }

    @Test
    void aLinkOfOneRoundOpensNothingInTheNext() {
        var id = asked("重办的路灯");
        var first = link(id);
        assertThat(api.post("", first, "{\"answer\":\"dissatisfied\"}")).hasStatusOk();
        assertThat(api.matter(desk, id).at("/state").asString()).isEqualTo("REWORK");
        assertThat(api.get(desk, "/matters/" + id + "/rating-link")).hasStatus(409);
        api.handled(lamps, id);
        api.checked(desk, id);
        assertThat(api.post("", first, "{\"answer\":\"satisfied\"}")).hasStatus(409);
        assertThat(api.post("", link(id), "{\"answer\":\"satisfied\"}")).hasStatusOk();
    }

    @Test
    void onlyWhoMayAskGetsALink() {
        var id = asked("谁能要链接");
        var uri = "/matters/" + id + "/rating-link";
        assertThat(api.get(lamps, uri)).hasStatus(403);
        assertThat(api.get("", uri)).hasStatus(401);
        var elsewhere = town.token("unit-handler", Optional.of("water"));
        assertThat(api.get(elsewhere, uri)).hasStatus(403);
    }

    @Test
    void theLinkLeadsToThePageOfTheResidents() {
        var id = asked("页面在哪里");
        var link = api.body(api.get(desk, "/matters/" + id + "/rating-link"));
        assertThat(link.at("/path").asString())
                .isEqualTo("/resident/rate/370481/" + link.at("/token").asString());
    }

    @Test
    void aGridWorkerInvitesOnTheSpotButNotToRateHisOwnWork() {
        var id = asked("当面请居民评价");
        var grid = town.token("grid-worker", Optional.empty());
        assertThat(api.matter(grid, id).at("/steps").findValuesAsString("act")).contains("invite");
        var invited = api.step(grid, id, "invite", "{\"way\":\"code\"}");
        assertThat(invited.at("/beside/invited").asBoolean()).isTrue();
        assertThat(api.attempt(grid, id, "invite", "{\"way\":\"pigeon\"}")).hasStatus(409);
        assertThat(api.get(grid, "/matters/" + id + "/rating-link")).hasStatusOk();
        assertThat(api.attempt(grid, id, "rate", "{\"answer\":\"satisfied\"}")).hasStatus(403);
        var own = api.dispatched(desk, "自己办的", town.unit("lamps"));
        api.handled(grid, own);
        api.checked(desk, own);
        assertThat(api.get(grid, "/matters/" + own + "/rating-link")).hasStatus(409);
        assertThat(api.attempt(lamps, id, "invite", "{\"way\":\"code\"}")).hasStatus(403);
    }

    @Test
    void withNumberAndSecretOneAnswersTakesBackAndReopens() {
        var receipt = api.reported("", "没有账号的路灯", Town.REGION, "13800002222");
        var secret = receipt.at("/trackingSecret").asString();
        var number = receipt.at("/matter/number").asString();
        var id = receipt.at("/matter/id").asString();
        if (api.matter(desk, id).at("/state").asString().equals("REPORTED")) {
            api.step(desk, id, "accept", "{}");
        }
        var until = OffsetDateTime.now(ZoneOffset.UTC).plusDays(2).truncatedTo(ChronoUnit.SECONDS);
        api.step(desk, id, "ask", "{\"until\":\"%s\",\"words\":\"哪一盏？\"}".formatted(until));
        assertThat(track(number, "AAAA", "answer")).hasStatus(404);
        var answered = track(number, secret, "answer");
        assertThat(answered).hasStatusOk();
        assertThat(track(number, secret, "answer")).hasStatus(409);
        assertThat(track(number, secret, "reopen")).hasStatus(409);
        var withdrawn = track(number, secret, "withdraw");
        assertThat(withdrawn).hasStatusOk();
        assertThat(api.body(withdrawn).at("/state").asString()).isEqualTo("WITHDRAWN");
        assertThat(api.body(withdrawn).at("/may")).isEmpty();
    }

    private MvcTestResult track(String number, String secret, String act) {
        return http.post()
                .uri(Api.PLACE + "/track/" + number + "/" + act)
                .header("X-Tracking-Secret", secret)
                .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE)
                .content("{\"words\":\"靠路口那一盏\"}")
                .exchange();
    }

    private String asked(String title) {
        var id = api.dispatched(desk, title, town.unit("lamps"));
        api.handled(lamps, id);
        api.checked(desk, id);
        return id;
    }

    private String link(String id) {
        var link = api.body(api.get(desk, "/matters/" + id + "/rating-link"));
        return "/rating/" + link.at("/token").asString();
    }
}
