package org.huying.gateway.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.huying.Api;
import org.huying.Town;
import org.huying.access.Accounts;
import org.huying.database.Postgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Staff have their own notices carried to a telephone of their own, once they showed that it is theirs.
@SpringBootTest(
        properties = {
            "huying.access.second-factor=false",
            "huying.alarms.enabled=false",
            "huying.webhooks.local=true"
        })
@AutoConfigureMockMvc
@Import({Postgres.class, Town.class, Api.class})
class SubscriptionEdgeTest {

    private static final String PHONE = "13912345678";
    private static final Pattern CODE = Pattern.compile("\\d{6}");

    @Autowired Town town;
    @Autowired Api api;
    @Autowired MockMvcTester http;
    @Autowired Mailing mailing;
    @Autowired Subscribers subscribers;
    @Autowired Accounts accounts;
    @Autowired JdbcClient jdbc;

    private Trial trial;
    private String person;

    @BeforeEach
    void begin() {
        trial = new Trial(town, api, http, jdbc);
        trial.texts("");
        person = town.token("county-desk", Optional.empty());
    }

    @AfterEach
    void end() {
        trial.close();
        subscribers.changed(Town.REGION);
    }

    private String at(String more) {
        return "/me/channels/" + trial.key + more;
    }

    private MvcTestResult put(String version, String body) {
        var request =
                http.put()
                        .uri(URI.create(Api.PLACE + at("")))
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + person)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body);
        return version.equals("*")
                ? request.header(HttpHeaders.IF_NONE_MATCH, "*").exchange()
                : request.header(HttpHeaders.IF_MATCH, version).exchange();
    }

    private static String wanted(String phone, String kinds, String digest) {
        return "{\"address\":\"%s\",\"kinds\":%s,\"quiet\":\"none\",\"digest\":\"%s\"}"
                .formatted(phone, kinds, digest);
    }

    private MvcTestResult confirm(String code) {
        return api.post(person, at("/confirm"), "{\"code\":\"" + code + "\"}");
    }

    private String code() {
        mailing.round();
        var sent = CODE.matcher(trial.receiver.got.getLast().body().replace(PHONE, ""));
        assertThat(sent.find()).isTrue();
        return sent.group();
    }

    private static String other(String code) {
        return code.equals("000000") ? "000001" : "000000";
    }

    private void subscribed(String kinds, String digest) {
        assertThat(put("*", wanted(PHONE, kinds, digest))).hasStatusOk();
        assertThat(api.post(person, at("/code"), "{}")).hasStatus(202);
        assertThat(confirm(code())).hasStatusOk();
        trial.receiver.got.clear();
    }

    private void told(String title) {
        api.report(trial.desk, title);
        api.drain();
        api.drain();
        mailing.round();
    }

    @Test
    void nothingGoesBeforeTheAddressIsConfirmedAndThenWhatLiesInTheInboxDoes() {
        assertThat(put("*", wanted(PHONE, "[\"desk-new\"]", "none"))).hasStatusOk();
        told("张三家门口路灯不亮");
        assertThat(trial.receiver.got).isEmpty();
        assertThat(api.post(person, at("/code"), "{}")).hasStatus(202);
        var code = code();
        assertThat(trial.receiver.got.getLast().body()).contains(PHONE, "确认码 " + code);
        assertThat(confirm(other(code))).hasStatus(409);
        var confirmed = confirm(code);
        assertThat(confirmed)
                .hasStatusOk()
                .bodyText()
                .doesNotContain(PHONE)
                .contains("139****5678");
        assertThat(api.body(confirmed).at("/mine/confirmed").asBoolean()).isTrue();
        assertThat(confirm(code)).as("a code is good once").hasStatus(409);
        trial.receiver.got.clear();
        told("张三家门口路灯又不亮");
        assertThat(trial.receiver.got).hasSize(1);
        assertThat(trial.receiver.got.getFirst().body())
                .contains(PHONE, "新到一件", "/desk/matter/")
                .doesNotContain("张三");
        assertThat(api.get(trial.admin, "/channels/" + trial.key + "/letters"))
                .hasStatusOk()
                .bodyText()
                .contains("确认码", "139****5678")
                .doesNotContain(PHONE, code);
        var stored =
                jdbc.sql("SELECT address FROM gateway.channel_subscription WHERE channel = :key")
                        .param("key", trial.key)
                        .query(byte[].class)
                        .single();
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain(PHONE);
    }

    @Test
    void guessesAreBoundedAndSoAreCodes() {
        assertThat(put("*", wanted(PHONE, "[]", "none"))).hasStatusOk();
        assertThat(confirm("123456")).as("before any code").hasStatus(409);
        assertThat(api.post(person, at("/code"), "{}")).hasStatus(202);
        var code = code();
        for (int i = 0; i < Subscription.TRIES; i++) {
            assertThat(confirm(other(code))).hasStatus(409);
        }
        assertThat(confirm(code)).as("too late").hasStatus(409);
        assertThat(api.post(person, at("/code"), "{}")).as("one a minute").hasStatus(429);
        for (int i = 2; i <= Subscription.CODES; i++) {
            minuteLater();
            assertThat(api.post(person, at("/code"), "{}")).as("code " + i).hasStatus(202);
        }
        minuteLater();
        assertThat(api.post(person, at("/code"), "{}")).as("ten a day").hasStatus(429);
        assertThat(api.send(HttpMethod.DELETE, person, at(""), "")).hasStatus(204);
        assertThat(put("*", wanted("13912345679", "[]", "none"))).hasStatusOk();
        assertThat(api.post(person, at("/code"), "{}"))
                .as("beginning anew helps nobody")
                .hasStatus(429);
    }

    private void minuteLater() {
        jdbc.sql(
                        "UPDATE gateway.channel_subscription SET code_at = code_at - interval '61 seconds' WHERE channel = :key")
                .param("key", trial.key)
                .update();
    }

    @Test
    void onlyWhatIsWantedGoesAndTogetherWhereThatIsWanted() {
        subscribed("[\"desk-new\"]", "daily");
        told("一件");
        told("两件");
        assertThat(trial.receiver.got).as("they wait for the morning").isEmpty();
        trial.due();
        mailing.round();
        assertThat(trial.receiver.got).hasSize(1);
        assertThat(trial.receiver.got.getFirst().body()).contains("2 条提醒");
        assertThat(put("\"2\"", wanted("", "[\"desk-returned\"]", "none"))).hasStatusOk();
        trial.receiver.got.clear();
        told("三件");
        assertThat(trial.receiver.got).as("that kind is not wanted any more").isEmpty();
    }

    @Test
    void anotherAddressIsConfirmedAnewAndNothingGoesToTheOldOne() {
        subscribed("[]", "daily");
        told("一件");
        assertThat(put("\"2\"", wanted("13912345670", "[]", "daily"))).hasStatusOk();
        trial.due();
        mailing.round();
        told("两件");
        trial.due();
        mailing.round();
        assertThat(trial.receiver.got).isEmpty();
        assertThat(api.body(api.get(person, at(""))).at("/mine/confirmed").asBoolean()).isFalse();
    }

    @Test
    void whoeverLostThePostIsToldNoMore() {
        subscribed("[]", "none");
        told("一件");
        assertThat(trial.receiver.got).hasSize(1);
        var account = accounts.byLogin(Town.REGION, "county-desk").orElseThrow();
        jdbc.sql("UPDATE access.role_grant SET valid_to = now() WHERE account = :account")
                .param("account", account)
                .update();
        subscribers.changed(Town.REGION);
        try {
            told("两件");
            assertThat(trial.receiver.got).hasSize(1);
        } finally {
            jdbc.sql("UPDATE access.role_grant SET valid_to = NULL WHERE account = :account")
                    .param("account", account)
                    .update();
        }
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThat(put("*", wanted("duty@example.org", "[]", "none"))).hasStatus(422);
        assertThat(put("*", wanted("", "[]", "none"))).as("no address").hasStatus(422);
        assertThat(put("*", wanted(PHONE, "[\"accepted\"]", "none")))
                .as("a resident's kind")
                .hasStatus(422);
        assertThat(put("*", "{\"kinds\":[],\"quiet\":\"at night\",\"digest\":\"none\"}"))
                .hasStatus(422);
        assertThat(api.post(person, at("/code"), "{}")).as("nothing to confirm").hasStatus(404);
        assertThat(api.send(HttpMethod.DELETE, person, at(""), "")).hasStatus(404);
        assertThat(put("\"1\"", wanted(PHONE, "[]", "none"))).as("not seen").hasStatus(412);
        assertThat(api.get("", "/me/channels")).hasStatus(401);
        var resident =
                accounts.openSession(
                        accounts.resident(Town.REGION, "13700000001", Optional.empty()),
                        Town.REGION);
        assertThat(api.body(api.get(resident, "/me/channels")).at("/items")).isEmpty();
        assertThat(api.get(resident, at(""))).hasStatus(404);
    }
}
