package org.huying.gateway.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.huying.Api;
import org.huying.Town;
import org.huying.access.Accounts;
import org.huying.access.Caller;
import org.huying.access.NewAccount;
import org.huying.access.NewGrant;
import org.huying.database.Postgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Staff are told in their browsers, through a push service that cannot read what it carries; browsers that are gone are
/// forgotten.
@SpringBootTest(
        properties = {
            "huying.access.second-factor=false",
            "huying.alarms.enabled=false",
            "huying.webhooks.local=true"
        })
@AutoConfigureMockMvc
@Import({Postgres.class, Town.class, Api.class})
class PushEdgeTest {

    private static final String KEY =
            "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8";
    private static final String SECRET = "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw";
    private static final String BROWSER =
            "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";

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
        person = town.token("county-desk", Optional.empty());
        assertThat(trial.put(file(trial.key), "*")).hasStatusOk();
        trial.secrets("{\"vapid\":\"" + SECRET + "\"}");
    }

    private static String file(String key) {
        return """
        channel: %s
        name: 浏览器
        by: push
        to: { persons: true }
        quiet: none
        push: { subject: "mailto:duty@example.org", key: %s, hosts: [127.0.0.1] }
        """
                .formatted(key, KEY);
    }

    @AfterEach
    void end() {
        trial.close();
        subscribers.changed(Town.REGION);
    }

    private MvcTestResult add(String host, String name) {
        var browser = browser(host, name);
        return api.post(person, "/me/channels/" + trial.key + "/browsers", browser);
    }

    private String browser(String host, String name) {
        return """
        {"endpoint":"http://%s:%d/%s","p256dh":"%s","auth":"BTBZMqHH6r4Tts7J_aSIgg"}
        """
                .formatted(host, trial.receiver.port(), name, BROWSER);
    }

    private void told(String title) {
        api.report(trial.desk, title);
        api.drain();
        api.drain();
        mailing.round();
    }

    @Test
    void everyBrowserIsToldAndThePushServiceReadsNothing() {
        assertThat(add("127.0.0.1", "phone")).hasStatusOk().bodyText().doesNotContain("phone");
        assertThat(add("127.0.0.1", "office")).hasStatusOk();
        assertThat(add("127.0.0.1", "office")).as("twice is once").hasStatusOk();
        told("张三家门口路灯不亮");
        assertThat(trial.receiver.got)
                .extracting(Receiver.Got::path)
                .containsExactlyInAnyOrder("/phone", "/office");
        assertThat(trial.receiver.got)
                .allSatisfy(it -> assertThat(it.body()).doesNotContain("新到一件", "张三"));
        var letters = api.get(trial.admin, "/channels/" + trial.key + "/letters?state=sent");
        assertThat(api.body(letters).at("/items")).hasSize(2);
    }

    @Test
    void aBrowserThatIsGoneIsForgottenAndNobodyIsBlamed() {
        assertThat(add("127.0.0.1", "old")).hasStatusOk();
        trial.receiver.mood = Receiver.Mood.GONE;
        told("一件");
        assertThat(trial.receiver.got).hasSize(1);
        assertThat(trial.at("/letters").at("/items/0/state").asString()).isEqualTo("dead");
        assertThat(trial.at("").at("/channel/failures").asInt()).isZero();
        trial.receiver.mood = Receiver.Mood.WELL;
        told("两件");
        assertThat(trial.receiver.got).as("it is not asked again").hasSize(1);
        assertThat(add("127.0.0.1", "new")).hasStatusOk();
        told("三件");
        assertThat(trial.receiver.got.getLast().path()).isEqualTo("/new");
    }

    /// Somebody else who sits at the same desk.
    private String colleague() {
        var login = "push-colleague";
        var id =
                accounts.byLogin(Town.REGION, login)
                        .orElseGet(() ->
                                accounts.create(
                                        new NewAccount(
                                                Town.REGION,
                                                login,
                                                login,
                                                Caller.Kind.STAFF,
                                                Optional.empty(),
                                                false,
                                                List.of(NewGrant.of("county-desk", Town.COUNTY)))));
        return accounts.openSession(id, Town.REGION);
    }

    @Test
    void aBrowserThatSeveralUseTellsWhomeverAskedInItLast() {
        assertThat(add("127.0.0.1", "shared")).hasStatusOk();
        assertThat(add("127.0.0.1", "own")).hasStatusOk();
        var first = person;
        person = colleague();
        assertThat(add("127.0.0.1", "shared")).hasStatusOk();
        api.report(trial.desk, "一件");
        api.drain();
        api.drain();
        assertThat(api.send(HttpMethod.DELETE, first, "/me/channels/" + trial.key, ""))
                .hasStatus(204);
        mailing.round();
        assertThat(trial.receiver.got)
                .as("what waits for the other goes on")
                .extracting(Receiver.Got::path)
                .containsExactly("/shared");
        assertThat(api.send(HttpMethod.DELETE, person, "/me/channels/" + trial.key, ""))
                .hasStatus(204);
        told("两件");
        assertThat(trial.receiver.got).as("nobody has it any more").hasSize(1);
    }

    @Test
    void aBrowserThatRefusesUsDoesNotStopTheOthers() {
        assertThat(add("127.0.0.1", "old-key")).hasStatusOk();
        trial.receiver.mood = Receiver.Mood.FORBIDS;
        told("一件");
        trial.round(mailing, Mailing.MOST);
        assertThat(trial.receiver.got).hasSize(Mailing.MOST);
        assertThat(trial.at("").at("/channel/paused").isNull()).isTrue();
        assertThat(trial.at("").at("/channel/failures").asInt()).isZero();
    }

    @Test
    void aBrowserIsOfferedOneServiceOfOursOnly() {
        var other = new Trial(town, api, http, jdbc);
        try {
            assertThat(other.put(file(other.key), "*")).hasStatusOk();
            other.secrets("{\"vapid\":\"" + SECRET + "\"}");
            var later = other.key.compareTo(trial.key) > 0 ? other.key : trial.key;
            var offered = api.get(person, "/me/channels");
            assertThat(offered).hasStatusOk().bodyText().doesNotContain(later);
            assertThat(api.body(offered).at("/items")).hasSize(1);
            var browser = browser("127.0.0.1", "one");
            assertThat(api.post(person, "/me/channels/" + later + "/browsers", browser))
                    .hasStatus(404);
        } finally {
            other.close();
        }
    }

    @Test
    void onlyTheServicesOfTheFileAreSpokenTo() {
        assertThat(add("localhost", "elsewhere")).hasStatus(422);
        var file =
                "push: { subject: \"mailto:a@b.cn\", key: " + "A".repeat(87) + ", hosts: [a.cn] }";
        var checked =
                PlanFile.read(
                        "p.yaml",
                        "channel: push-1\nname: 推\nby: push\nto: { desks: [\"370481\"] }\n" + file);
        assertThat(checked.findings().all())
                .extracting(it -> it.code())
                .containsExactlyInAnyOrder("bad-key", "no-desk", "no-address");
    }
}
