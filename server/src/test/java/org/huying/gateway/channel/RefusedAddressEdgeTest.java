package org.huying.gateway.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.huying.Api;
import org.huying.Town;
import org.huying.database.Postgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// Addresses that are none stop nobody's channel: only when those refuse that are known to be right, and several of them, is
/// it the channel.
@SpringBootTest(
        properties = {
            "huying.access.second-factor=false",
            "huying.alarms.enabled=false",
            "huying.webhooks.local=true"
        })
@AutoConfigureMockMvc
@Import({Postgres.class, Town.class, Api.class})
class RefusedAddressEdgeTest {

    private static final String PHONE = "13912345671";

    @Autowired Town town;
    @Autowired Api api;
    @Autowired MockMvcTester http;
    @Autowired Mailing mailing;
    @Autowired Subscribers subscribers;
    @Autowired JdbcClient jdbc;

    private Trial trial;
    private String person;

    @BeforeEach
    void begin() {
        trial = new Trial(town, api, http, jdbc);
        person = town.token("county-desk", Optional.empty());
    }

    @AfterEach
    void end() {
        trial.close();
        subscribers.changed(Town.REGION);
    }

    private boolean paused() {
        return !trial.at("").at("/channel/paused").isNull();
    }

    private void reported() {
        api.report(trial.desk, "路灯不亮");
        api.drain();
        api.drain();
    }

    private void wanted() {
        var body =
                "{\"address\":\"%s\",\"kinds\":[],\"quiet\":\"none\",\"digest\":\"none\"}"
                        .formatted(PHONE);
        assertThat(
                        http.put()
                                .uri(URI.create(Api.PLACE + "/me/channels/" + trial.key))
                                .header(HttpHeaders.AUTHORIZATION, "Bearer " + person)
                                .header(HttpHeaders.IF_NONE_MATCH, "*")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(body))
                .hasStatusOk();
    }

    @ParameterizedTest
    @EnumSource(
            value = Receiver.Mood.class,
            names = {"REFUSES", "DISLIKES"})
    void aNumberThatWasMistypedStopsTheChannelForNobody(Receiver.Mood mood) {
        trial.texts("");
        trial.receiver.mood = mood;
        wanted();
        assertThat(api.post(person, "/me/channels/" + trial.key + "/code", "{}")).hasStatus(202);
        trial.round(mailing, Mailing.MOST + 1);
        assertThat(trial.receiver.got).hasSize(Mailing.MOST);
        assertThat(paused()).isFalse();
        assertThat(trial.at("").at("/channel/failures").asInt()).isZero();
    }

    @Test
    void numbersThatResidentsMadeUpDoNotEither() {
        trial.texts("");
        trial.receiver.mood = Receiver.Mood.REFUSES;
        for (int i = 0; i < 4; i++) {
            var matter =
                    api.post(
                            "",
                            "/matters",
                            """
                            {"channel":"snap","title":"灯不亮","text":"三天了","item":"street-lamp","area":"%s",
                             "contact":{"phone":"1381234000%d","sms":true}}
                            """
                                    .formatted(Town.REGION, i));
            assertThat(matter).hasStatus2xxSuccessful();
            var id = api.body(matter).at("/matter/id").asString();
            if (api.matter(trial.desk, id).at("/state").asString().equals("REPORTED")) {
                api.step(trial.desk, id, "accept", "{}");
            }
        }
        api.drain();
        api.drain();
        trial.round(mailing, Mailing.MOST);
        assertThat(trial.receiver.got).hasSize(4 * Mailing.MOST);
        assertThat(paused()).isFalse();
    }

    @Test
    void severalDesksThatAreRefusedAreTheChannelsFault() {
        trial.textsTo("13800000001", "13800000002", "13800000003");
        trial.receiver.mood = Receiver.Mood.REFUSES;
        reported();
        trial.round(mailing, 3);
        assertThat(paused()).as("nine are not ten").isFalse();
        trial.receiver.mood = Receiver.Mood.WELL;
        trial.round(mailing, 1);
        trial.receiver.mood = Receiver.Mood.REFUSES;
        reported();
        trial.round(mailing, 3);
        assertThat(paused()).as("it worked meanwhile").isFalse();
        trial.round(mailing, 1);
        assertThat(trial.at("").at("/channel/paused").asString()).isEqualTo(Channel.FAILING);
        assertThat(api.post(trial.admin, "/channels/" + trial.key + "/resume", "{}")).hasStatusOk();
        trial.round(mailing, 1);
        assertThat(paused()).as("it begins anew").isFalse();
    }

    @Test
    void twoDesksThatAreRefusedAreNot() {
        trial.textsTo("13800000001", "13800000002");
        trial.receiver.mood = Receiver.Mood.REFUSES;
        reported();
        trial.round(mailing, Mailing.MOST);
        assertThat(trial.receiver.got).hasSize(2 * Mailing.MOST);
        assertThat(paused()).isFalse();
    }

    @Test
    void aChannelThatAnswersNothingIsItsOwnFaultWhomeverItWasFor() {
        trial.texts("");
        trial.receiver.mood = Receiver.Mood.FAILS;
        wanted();
        assertThat(api.post(person, "/me/channels/" + trial.key + "/code", "{}")).hasStatus(202);
        trial.round(mailing, Mailing.MOST_FAILURES);
        assertThat(paused()).isTrue();
    }

    @Test
    void anAddressThatTheFileNoLongerReachesIsPassedOver() {
        trial.texts("");
        wanted();
        jdbc.sql(
                        "UPDATE gateway.channel_subscription SET confirmed_at = now() WHERE channel = :key")
                .param("key", trial.key)
                .update();
        var mail =
                """
                channel: %s
                name: 邮件
                by: smtp
                to: { persons: true }
                quiet: none
                smtp: { host: 127.0.0.1, port: %d, security: none, from: huying@example.org }
                """
                        .formatted(trial.key, trial.receiver.port());
        assertThat(trial.put(mail, "\"1\"")).hasStatusOk();
        subscribers.changed(Town.REGION);
        reported();
        assertThat(trial.at("/letters").at("/items")).isEmpty();
    }
}
