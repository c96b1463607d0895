package org.huying.gateway.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huying.Api;
import org.huying.Town;
import org.huying.database.Postgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

/// Channels over the API, and letters to real receivers that misbehave.
@SpringBootTest(
        properties = {
            "huying.access.second-factor=false",
            "huying.alarms.enabled=false",
            "huying.webhooks.local=true"
        })
@AutoConfigureMockMvc
@Import({Postgres.class, Town.class, Api.class})
class ChannelEdgeTest {

    @Autowired Town town;
    @Autowired Api api;
    @Autowired MockMvcTester http;
    @Autowired Mailing mailing;
    @Autowired Letters letters;
    @Autowired JdbcClient jdbc;

    @Autowired
    @Qualifier("wallClock")
    Clock clock;

    private final Receiver receiver = new Receiver();
    private String key = "";
    private String admin = "";
    private String desk = "";

    @BeforeEach
    void begin() {
        town.ready();
        admin = town.token("system-admin", Optional.empty());
        desk = town.token("simulator", Optional.empty());
        key = "c" + UUID.randomUUID().toString().substring(0, 8);
    }

    @AfterEach
    void end() {
        api.send(HttpMethod.DELETE, admin, "/channels/" + key, "");
        receiver.close();
    }

    private MvcTestResult put(String file, String version) {
        var request =
                http.put()
                        .uri(URI.create(Api.PLACE + "/channels/" + key))
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + admin)
                        .contentType(MediaType.parseMediaType("application/yaml"))
                        .content(file);
        return version.equals("*")
                ? request.header(HttpHeaders.IF_NONE_MATCH, "*").exchange()
                : request.header(HttpHeaders.IF_MATCH, version).exchange();
    }

    private String robot(String more) {
        return """
        channel: %s
        name: 值班群
        en: Group on duty
        by: dingtalk
        link: https://huying.example.org
        to: { desks: ["%s"] }
        kinds: [desk-new, desk-red]
        quiet: none
        cost: 3
        robot: { url: "http://127.0.0.1:%d/send?access_token={secret.token}", signed: true }
        %s
        """
                .formatted(key, Town.REGION, receiver.port(), more);
    }

    private void secrets(String json) {
        assertThat(
                        api.send(
                                HttpMethod.PUT,
                                admin,
                                "/channels/" + key + "/secrets",
                                "{\"secrets\":" + json + "}"))
                .hasStatusOk();
    }

    private void ready(String more) {
        assertThat(put(robot(more), "*")).hasStatusOk();
        secrets("{\"token\":\"t-secret\",\"sign\":\"SEC-secret\"}");
    }

    private JsonNode at(String path) {
        var result = api.get(admin, "/channels/" + key + path);
        assertThat(result).hasStatusOk();
        return api.body(result);
    }

    private void due() {
        jdbc.sql(
                        "UPDATE gateway.letter SET next_at = now() - interval '1 minute' WHERE channel = :key AND state = 'waiting'")
                .param("key", key)
                .update();
    }

    private void test() {
        assertThat(api.post(admin, "/channels/" + key + "/test", "{\"address\":\"\"}"))
                .hasStatus(201);
    }

    @Test
    void aNoticeReachesTheGroupOnceSignedAndWithoutAnybodysWords() {
        ready("");
        var matter = api.report(desk, "张三家门口路灯不亮");
        api.drain();
        api.drain();
        mailing.round();
        mailing.round();
        assertThat(receiver.got).hasSize(1);
        var got = receiver.got.getFirst();
        assertThat(got.path()).startsWith("/send?access_token=t-secret&timestamp=");
        assertThat(got.body())
                .contains("新到一件", "https://huying.example.org/desk/matter/" + matter)
                .doesNotContain("张三", "路灯", "13800001111");
        var line = at("/letters").at("/items/0");
        assertThat(line.at("/state").asString()).isEqualTo("sent");
        assertThat(line.at("/kind").asString()).isEqualTo("desk-new");
        var month = at("").at("/channel/month");
        assertThat(month.at("/messages").asInt()).isEqualTo(1);
        assertThat(month.at("/cost").asInt()).isEqualTo(3);
        assertThat(at("/months").at("/items/0/letters").asInt()).isEqualTo(1);
        assertThat(api.get(admin, "/channels/" + key).getResponse().getContentAsByteArray())
                .asString(StandardCharsets.UTF_8)
                .doesNotContain("t-secret", "SEC-secret");
    }

    @Test
    void whateverIsNotClearlyTakenIsSentAgainAndNothingIsLost() {
        ready("");
        test();
        for (var mood :
                List.of(
                        Receiver.Mood.FAILS,
                        Receiver.Mood.REFUSES,
                        Receiver.Mood.HALF,
                        Receiver.Mood.HANGS_UP)) {
            receiver.mood = mood;
            mailing.round();
            var line = at("/letters").at("/items/0");
            assertThat(line.at("/state").asString()).as(mood.name()).isEqualTo("waiting");
            assertThat(line.at("/error").asString())
                    .as(mood.name())
                    .isNotEmpty()
                    .doesNotContain("secret");
            mailing.round(); // not before its time
            due();
        }
        assertThat(receiver.got).hasSize(4);
        receiver.mood = Receiver.Mood.WELL;
        mailing.round();
        assertThat(at("/letters").at("/items/0/state").asString()).isEqualTo("sent");
        assertThat(at("").at("/channel/failures").asInt()).isZero();
    }

    @Test
    void aChannelThatOnlyFailsIsPausedAndGoesOnWhereItStopped() {
        ready("");
        receiver.mood = Receiver.Mood.FAILS;
        test();
        test();
        for (int i = 0; i < Mailing.MOST_FAILURES; i++) {
            due();
            mailing.round();
        }
        assertThat(at("").at("/channel/paused").asString()).isEqualTo("failing");
        int tried = receiver.got.size();
        due();
        mailing.round();
        assertThat(receiver.got).as("nothing goes while it is paused").hasSize(tried);
        receiver.mood = Receiver.Mood.WELL;
        assertThat(api.post(admin, "/channels/" + key + "/resume", "{}")).hasStatusOk();
        assertThat(api.post(admin, "/channels/" + key + "/resend", "{}")).hasStatusOk();
        due();
        mailing.round();
        mailing.round();
        assertThat(at("/letters?state=sent").at("/items")).hasSize(2);
        assertThat(at("").at("/channel/paused").isNull()).isTrue();
    }

    @Test
    void whatWasTakenUpByANodeThatDiedIsSentByAnother() {
        ready("");
        test();
        var taken = letters.claim(clock.instant(), Duration.ofSeconds(60), 50);
        assertThat(taken).isNotEmpty();
        mailing.round();
        assertThat(receiver.got).as("it is lent").isEmpty();
        due();
        mailing.round();
        assertThat(receiver.got).hasSize(1);
        var late = new Letters.Ended(Optional.of("too late"), Optional.empty(), Optional.empty());
        taken.forEach(it -> assertThat(letters.ended(it, late)).isZero());
        assertThat(at("/letters").at("/items/0/state").asString()).isEqualTo("sent");
    }

    @Test
    void manyGoTogetherButNotWhatIsUrgent() {
        ready("digest: daily\nurgent: [desk-red]");
        for (int i = 0; i < 3; i++) {
            api.report(desk, "第 " + i + " 件");
        }
        api.drain();
        api.drain();
        mailing.round();
        assertThat(receiver.got).as("they wait for the morning").isEmpty();
        test();
        mailing.round();
        assertThat(receiver.got).as("what is urgent overtakes").hasSize(1);
        due();
        mailing.round();
        assertThat(receiver.got).hasSize(2);
        assertThat(receiver.got.getLast().body()).contains("3 条提醒", "新到一件");
        var month = at("").at("/channel/month");
        assertThat(month.at("/messages").asInt()).isEqualTo(2);
        assertThat(month.at("/letters").asInt()).isEqualTo(4);
        assertThat(month.at("/cost").asInt()).isEqualTo(6);
    }

    @Test
    void neverMoreThanTheOtherSideAllows() {
        ready("per-minute: 2");
        for (int i = 0; i < 4; i++) {
            test();
        }
        mailing.round();
        assertThat(receiver.got).hasSize(2);
        jdbc.sql(
                        "UPDATE gateway.letter SET tried_at = tried_at - interval '2 minutes' WHERE channel = :key")
                .param("key", key)
                .update();
        mailing.round();
        assertThat(receiver.got).hasSize(4);
    }

    @Test
    void inTheSandboxNothingLeavesAndEverythingIsShown() {
        assertThat(put(robot("sandbox: true"), "*")).hasStatusOk();
        test();
        mailing.round();
        assertThat(receiver.got).isEmpty();
        assertThat(at("/sandbox").at("/items/0/body").asString()).contains("测试消息");
        var line = at("").at("/channel");
        assertThat(line.at("/sandbox").asBoolean()).isTrue();
        assertThat(line.at("/lacks")).isEmpty();
        assertThat(line.at("/month/cost").asInt()).isZero();
    }

    @Test
    void withoutItsSecretsNothingIsTried() {
        assertThat(put(robot(""), "*")).hasStatusOk();
        assertThat(at("").at("/channel/lacks")).hasSize(2);
        test();
        mailing.round();
        assertThat(receiver.got).isEmpty();
        assertThat(at("/letters").at("/items/0/error").asString()).contains("sign, token");
    }

    @Test
    void receiptsCountWhenTheyAreSigned() {
        receiver.fine = "{\"code\":\"0\",\"data\":{\"sid\":\"s-77\"}}";
        var file =
                Example.file("duty-sms")
                        .replace("channel: duty-sms", "channel: " + key)
                        .replace("https://sms.example.org", "http://127.0.0.1:" + receiver.port());
        assertThat(put(file, "*")).hasStatusOk();
        secrets("{\"app\":\"a\",\"sign\":\"s\",\"receipt\":\"r-secret\"}");
        assertThat(api.post(admin, "/channels/" + key + "/test", "{\"address\":\"13812345678\"}"))
                .hasStatus(201);
        mailing.round();
        assertThat(receiver.got).hasSize(1);
        assertThat(at("/letters").at("/items/0/address").asString()).isEqualTo("138****5678");
        var said =
                "[{\"sid\":\"s-77\",\"status\":\"DELIVRD\"},{\"sid\":\"other\",\"status\":\"X\"}]";
        assertThat(receipt(said, "00")).hasStatus(401);
        assertThat(at("/letters").at("/items/0/receipt").isNull()).isTrue();
        var sign = HexFormat.of().formatHex(Translation.hmac("r-secret", said));
        assertThat(receipt(said, sign)).hasStatus(204);
        assertThat(receipt(said, sign)).hasStatus(204);
        assertThat(at("/letters").at("/items/0/receipt").asString()).isEqualTo("arrived");
        assertThat(at("").at("/channel/month/cost").asInt()).isEqualTo(5);
    }

    private MvcTestResult receipt(String body, String sign) {
        return http.post()
                .uri(URI.create(Api.PLACE + "/channels/" + key + "/receipts"))
                .header("X-Sign", sign)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    @Test
    void mistakesAreToldWithTheirLinesAndNobodyElseSeesChannels() {
        assertThat(put(robot("digest: weekly"), "*")).hasStatus(422);
        var wrong = api.body(put(robot("digest: weekly"), "*"));
        assertThat(wrong.at("/findings/0/code").asString()).isEqualTo("bad-choice");
        assertThat(wrong.at("/findings/0/line").asInt()).isPositive();
        ready("");
        assertThat(put(robot("cost: 9"), "\"1\"")).hasStatus(412);
        assertThat(api.get(desk, "/channels")).hasStatus(403);
        assertThat(api.get("", "/channels")).hasStatus(401);
        assertThat(api.post(admin, "/channels/" + key + "/test", "{\"address\":\"a@b.cn\"}"))
                .hasStatus(422);
        var acts =
                jdbc.sql(
                                "SELECT DISTINCT act FROM access.audit WHERE region = :region AND subject = :key")
                        .params(Map.of("region", Town.REGION, "key", key))
                        .query(String.class)
                        .list();
        assertThat(acts).contains("gateway.channel.edit", "gateway.channel.secrets");
    }
}
