package org.huying.gateway.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import org.huying.Api;
import org.huying.Town;
import org.huying.database.Postgres;
import org.huying.gateway.sending.Hmac;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// When letters go and how many, what is kept in the sandbox, receipts, and who may see channels.
@SpringBootTest(
        properties = {
            "huying.access.second-factor=false",
            "huying.alarms.enabled=false",
            "huying.webhooks.local=true"
        })
@AutoConfigureMockMvc
@Import({Postgres.class, Town.class, Api.class})
class ChannelPaceEdgeTest {

    @Autowired Town town;
    @Autowired Api api;
    @Autowired MockMvcTester http;
    @Autowired Mailing mailing;
    @Autowired Letters letters;
    @Autowired JdbcClient jdbc;

    @Autowired
    @Qualifier("wallClock")
    Clock clock;

    private Trial trial;

    @BeforeEach
    void begin() {
        trial = new Trial(town, api, http, jdbc);
    }

    @AfterEach
    void end() {
        trial.close();
    }

    @Test
    void manyGoTogetherButNotWhatIsUrgent() {
        trial.ready("digest: daily\nurgent: [desk-red]");
        for (int i = 0; i < 3; i++) {
            api.report(trial.desk, "第 " + i + " 件");
        }
        api.drain();
        api.drain();
        mailing.round();
        assertThat(trial.receiver.got).as("they wait for the morning").isEmpty();
        trial.test();
        mailing.round();
        assertThat(trial.receiver.got).as("what is urgent overtakes").hasSize(1);
        trial.due();
        mailing.round();
        assertThat(trial.receiver.got).hasSize(2);
        assertThat(trial.receiver.got.getLast().body()).contains("3 条提醒", "新到一件");
        var month = trial.at("").at("/channel/month");
        assertThat(month.at("/messages").asInt()).isEqualTo(2);
        assertThat(month.at("/letters").asInt()).isEqualTo(4);
        assertThat(month.at("/cost").asInt()).isEqualTo(6);
    }

    @Test
    void aFileThatNoLongerPassesKeepsNoOtherChannelFromSending() {
        trial.ready("");
        var other = new Trial(town, api, http, jdbc);
        try {
            other.ready("");
            other.test();
            trial.test();
            jdbc.sql("UPDATE gateway.channel SET file = 'by: pigeon' WHERE key = :key")
                    .param("key", other.key)
                    .update();
            mailing.round();
            assertThat(trial.receiver.got).hasSize(1);
            assertThat(other.receiver.got).isEmpty();
            var stands = api.get(trial.admin, "/channels");
            assertThat(stands).hasStatusOk().bodyText().contains(trial.key);
        } finally {
            jdbc.sql("DELETE FROM gateway.channel WHERE key = :key")
                    .param("key", other.key)
                    .update();
            other.close();
        }
    }

    @Test
    void neverMoreThanTheOtherSideAllows() {
        trial.ready("per-minute: 2");
        for (int i = 0; i < 4; i++) {
            trial.test();
        }
        mailing.round();
        assertThat(trial.receiver.got).hasSize(2);
        jdbc.sql(
                        "UPDATE gateway.letter SET tried_at = tried_at - interval '2 minutes' WHERE channel = :key")
                .param("key", trial.key)
                .update();
        mailing.round();
        assertThat(trial.receiver.got).hasSize(4);
    }

    @Test
    void inTheSandboxNothingLeavesAndEverythingIsShown() {
        assertThat(trial.put(trial.robot("sandbox: true"), "*")).hasStatusOk();
        trial.test();
        mailing.round();
        assertThat(trial.receiver.got).isEmpty();
        assertThat(trial.at("/sandbox").at("/items/0/body").asString()).contains("测试消息");
        var line = trial.at("").at("/channel");
        assertThat(line.at("/sandbox").asBoolean()).isTrue();
        assertThat(line.at("/lacks")).isEmpty();
        assertThat(line.at("/month/cost").asInt()).isZero();
    }

    @Test
    void withoutItsSecretsNothingIsTried() {
        assertThat(trial.put(trial.robot(""), "*")).hasStatusOk();
        assertThat(trial.at("").at("/channel/lacks")).hasSize(2);
        trial.test();
        mailing.round();
        assertThat(trial.receiver.got).isEmpty();
        assertThat(trial.at("/letters").at("/items/0/error").asString()).contains("sign, token");
    }

    @Test
    void receiptsCountWhenTheyAreSigned() {
        trial.receiver.fine = "{\"code\":\"0\",\"data\":{\"sid\":\"s-77\"}}";
        var file =
                Example.file("duty-sms")
                        .replace("channel: duty-sms", "channel: " + trial.key)
                        .replace(
                                "https://sms.example.org",
                                "http://127.0.0.1:" + trial.receiver.port());
        assertThat(trial.put(file, "*")).hasStatusOk();
        trial.secrets("{\"app\":\"a\",\"sign\":\"s\",\"receipt\":\"r-secret\"}");
        assertThat(
                        api.post(
                                trial.admin,
                                "/channels/" + trial.key + "/test",
                                "{\"address\":\"13812345678\"}"))
                .hasStatus(201);
        mailing.round();
        assertThat(trial.receiver.got).hasSize(1);
        assertThat(trial.at("/letters").at("/items/0/address").asString()).isEqualTo("138****5678");
        var said =
                "[{\"sid\":\"s-77\",\"status\":\"DELIVRD\"},{\"sid\":\"other\",\"status\":\"X\"}]";
        assertThat(trial.receipt(said, "00")).hasStatus(404);
        assertThat(trial.at("/letters").at("/items/0/receipt").isNull()).isTrue();
        var sign = HexFormat.of().formatHex(Hmac.of("r-secret", said));
        assertThat(trial.receipt(said, sign)).hasStatus(204);
        assertThat(trial.receipt(said, sign)).hasStatus(204);
        assertThat(trial.at("/letters").at("/items/0/receipt").asString()).isEqualTo("arrived");
        assertThat(trial.at("").at("/channel/month/cost").asInt()).isEqualTo(5);
    }

    @Test
    void mistakesAreToldWithTheirLinesAndNobodyElseSeesChannels() {
        assertThat(trial.put(trial.robot("digest: weekly"), "*")).hasStatus(422);
        var wrong = api.body(trial.put(trial.robot("digest: weekly"), "*"));
        assertThat(wrong.at("/findings/0/code").asString()).isEqualTo("bad-choice");
        assertThat(wrong.at("/findings/0/line").asInt()).isPositive();
        trial.ready("");
        assertThat(trial.put(trial.robot("cost: 9"), "\"1\"")).hasStatus(412);
        assertThat(api.get(trial.desk, "/channels")).hasStatus(403);
        assertThat(api.get("", "/channels")).hasStatus(401);
        assertThat(
                        api.post(
                                trial.admin,
                                "/channels/" + trial.key + "/test",
                                "{\"address\":\"a@b.cn\"}"))
                .hasStatus(422);
        var acts =
                jdbc.sql(
                                "SELECT DISTINCT act FROM access.audit WHERE region = :region AND subject = :key")
                        .params(Map.of("region", Town.REGION, "key", trial.key))
                        .query(String.class)
                        .list();
        assertThat(acts).contains("gateway.channel.edit", "gateway.channel.secrets");
    }
}
