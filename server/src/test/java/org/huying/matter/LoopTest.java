package org.huying.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.Town;
import org.huying.database.Postgres;
import org.huying.vault.ChainCheck;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest
@AutoConfigureMockMvc
@Import({Postgres.class, Town.class})
class LoopTest {

    private static final String MATTERS = "/api/v1/370481/matters";

    @Autowired MockMvcTester http;
    @Autowired Town town;
    @Autowired JsonMapper json;
    @Autowired JdbcClient jdbc;

    private String desk = "";
    private String lamps = "";
    private String item = "";

    @BeforeEach
    void town() {
        town.ready();
        desk = town.token("simulator", Optional.empty());
        lamps = town.token("unit-handler", Optional.of("lamps"));
        item = "street-lamp";
    }

    @Test
    void aRequestGoesAllTheWayRound() {
        var resident = town.resident("13800001111");
        var receipt = report(resident, UUID.randomUUID().toString());
        var id = receipt.at("/matter/id").asString();
        assertThat(receipt.at("/matter/number").asString()).startsWith("370481-");

        accepted(id);
        step(
                desk,
                id,
                "dispatch",
                "{\"unit\":\"%s\",\"why\":\"路灯归它管\"}".formatted(town.unit("lamps")));
        step(lamps, id, "acknowledge", "{}");
        assertThat(post(lamps, id, "handle", "{\"outcome\":\"换了\"}", version(id), "h"))
                .hasStatus(409);
        step(
                lamps,
                id,
                "handle",
                """
                {"outcome":"换了灯泡，亮了","evidence":[{"kind":"photo-before","attachment":"%s"},
                 {"kind":"photo-after","attachment":"%s"}]}
                """
                        .formatted(upload(lamps), upload(lamps)));
        assertThat(post(desk, id, "verify", "{\"passed\":true}", version(id), "v"))
                .as("whoever checks shows what he saw")
                .hasStatus(409);
        step(
                desk,
                id,
                "verify",
                "{\"passed\":true,\"evidence\":[{\"kind\":\"photo-after\",\"attachment\":\"%s\"}]}"
                        .formatted(upload(desk)));
        var waiting = show(resident, id);
        assertThat(waiting.at("/steps/0/act").asString()).isEqualTo("rate");
        step(resident, id, "rate", "{\"answer\":\"satisfied\"}");
        var closed = step(desk, id, "close", "{}");
        assertThat(closed.at("/state").asString()).isEqualTo("CLOSED");
        assertThat(closed.at("/steps").findValuesAsString("act")).doesNotContain("close", "rate");
        assertThat(closed.at("/answer/key").asString()).isEqualTo("satisfied");

        var history = body(get(desk, MATTERS + "/" + id + "/steps"));
        assertThat(history.get(history.size() - 1).at("/act").asString()).isEqualTo("close");
        assertThat(history.get(0).at("/act").asString()).isEqualTo("report");
        assertThat(verified()).isEmpty();
    }

    @Test
    void theSameReportSentTwiceIsStoredOnce() {
        var resident = town.resident("13800002222");
        var key = UUID.randomUUID().toString();
        var first = report(resident, key);
        var again = report(resident, key);
        assertThat(again.at("/repeated").asBoolean()).isTrue();
        assertThat(again.at("/matter/id")).isEqualTo(first.at("/matter/id"));
        assertThat(again.at("/trackingSecret")).isEqualTo(first.at("/trackingSecret"));
    }

    @Test
    void aStepOnOldNewsIsRefusedAndOneSentTwiceIsTakenOnce() {
        var id = report(desk, UUID.randomUUID().toString()).at("/matter/id").asString();
        accepted(id);
        var version = show(desk, id).at("/version").asInt();
        var body = "{\"unit\":\"%s\"}".formatted(town.unit("lamps"));
        var key = UUID.randomUUID().toString();
        assertThat(post(desk, id, "dispatch", body, version, key)).hasStatusOk();
        assertThat(post(desk, id, "dispatch", body, version, key)).hasStatusOk();
        var stale = post(desk, id, "dispatch", body, version, UUID.randomUUID().toString());
        assertThat(stale).hasStatus(412);
        assertThat(body(stale).at("/code").asString()).isEqualTo("stale");
        assertThat(show(desk, id).at("/version").asInt()).isEqualTo(version + 1);
    }

    @Test
    void whoIsOutsideDoesNotSeeIt() {
        var id = report(desk, UUID.randomUUID().toString()).at("/matter/id").asString();
        assertThat(get(lamps, MATTERS + "/" + id)).hasStatus(404);
        assertThat(get(town.resident("13800003333"), MATTERS + "/" + id)).hasStatus(404);
        assertThat(http.get().uri(MATTERS + "/" + id).exchange()).hasStatus(401);
        assertThat(post(lamps, id, "close", "{}", 1, "k")).hasStatus(403);
    }

    @Test
    void somebodyWithoutAnAccountFollowsByNumberAndSecret() {
        var receipt = report("", UUID.randomUUID().toString());
        var number = receipt.at("/matter/number").asString();
        var track = "/api/v1/370481/track/" + number;
        var secret = receipt.at("/trackingSecret").asString();
        var seen = http.get().uri(track).header("X-Tracking-Secret", secret).exchange();
        assertThat(seen).hasStatusOk();
        assertThat(http.get().uri(track).header("X-Tracking-Secret", "AAAA").exchange())
                .hasStatus(404);
    }

    @Test
    void refusesWhatTheCatalogueDoesNotKnowAndStoresNothing() {
        var before = count();
        var result =
                http.post()
                        .uri(MATTERS)
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + desk)
                        .header("Idempotency-Key", "x")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(
                                "{\"channel\":\"pigeon\",\"title\":\"t\",\"text\":\"x\",\"item\":\"nothing\"}")
                        .exchange();
        assertThat(result).hasStatus(422);
        assertThat(body(result).at("/errors").size()).isEqualTo(2);
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void aFlippedByteInHistoryIsFoundAndLocated() {
        var id = report(desk, UUID.randomUUID().toString()).at("/matter/id").asString();
        jdbc.sql("ALTER TABLE matter.step DISABLE TRIGGER step_is_history").update();
        jdbc.sql("UPDATE matter.step SET note = note || '!' WHERE matter = :id AND seq = 1")
                .param("id", UUID.fromString(id))
                .update();
        var damages = verified();
        jdbc.sql("UPDATE matter.step SET note = left(note, -1) WHERE matter = :id AND seq = 1")
                .param("id", UUID.fromString(id))
                .update();
        jdbc.sql("ALTER TABLE matter.step ENABLE TRIGGER step_is_history").update();
        assertThat(damages)
                .singleElement()
                .extracting(ChainCheck.Damage::row)
                .asString()
                .contains(id);
        assertThat(verified()).isEmpty();
    }

    private int version(String id) {
        return show(desk, id).at("/version").asInt();
    }

    private String upload(String token) {
        var result =
                http.post()
                        .uri("/api/v1/370481/attachments")
                        .multipart()
                        .file(
                                new MockMultipartFile(
                                        "file",
                                        "p.png",
                                        "image/png",
                                        PictureTest.image("png", 64, 48)))
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                        .exchange();
        assertThat(result).hasStatus(201);
        return body(result).at("/id").asString();
    }

    private void accepted(String id) {
        if (show(desk, id).at("/state").asString().equals("REPORTED")) {
            step(desk, id, "accept", "{}");
        }
    }

    private List<ChainCheck.Damage> verified() {
        return new MatterChains().verify(jdbc, _ -> {}).damages();
    }

    private int count() {
        return jdbc.sql("SELECT count(*) FROM matter.matter").query(Integer.class).single();
    }

    private JsonNode report(String token, String key) {
        var request =
                http.post()
                        .uri(MATTERS)
                        .header("Idempotency-Key", key)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(
                                """
                                {"channel":"snap","title":"路灯不亮","text":"荆河路口的路灯三天不亮了","item":"%s",
                                 "point":{"lon":117.16,"lat":35.08},"contact":{"name":"张三","phone":"13800001111"}}
                                """
                                        .formatted(item));
        var result =
                (token.isEmpty()
                                ? request
                                : request.header(HttpHeaders.AUTHORIZATION, "Bearer " + token))
                        .exchange();
        assertThat(result).hasStatus2xxSuccessful();
        return body(result);
    }

    private JsonNode show(String token, String id) {
        var result = get(token, MATTERS + "/" + id);
        assertThat(result).hasStatusOk();
        return body(result);
    }

    private JsonNode step(String token, String id, String act, String body) {
        var version = show(token, id).at("/version").asInt();
        var result = post(token, id, act, body, version, UUID.randomUUID().toString());
        assertThat(result).as(act).hasStatusOk();
        return body(result);
    }

    private MvcTestResult get(String token, String uri) {
        return http.get().uri(uri).header(HttpHeaders.AUTHORIZATION, "Bearer " + token).exchange();
    }

    private MvcTestResult post(
            String token, String id, String act, String body, int version, String key) {
        return http.post()
                .uri(MATTERS + "/" + id + "/" + act)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .header(HttpHeaders.IF_MATCH, "\"" + version + "\"")
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private JsonNode body(MvcTestResult result) {
        return json.readTree(result.getResponse().getContentAsByteArray());
    }
}
