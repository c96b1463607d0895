package org.huying.gateway.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.huying.Api;
import org.huying.Town;
import org.huying.access.Accounts;
import org.huying.calendar.WorkCalendar;
import org.huying.database.Ids;
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
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

/// Letters that are sent later than they were put down: not in quiet hours, and only to whom they may still go.
@SpringBootTest(
        properties = {
            "huying.access.second-factor=false",
            "huying.alarms.enabled=false",
            "huying.webhooks.local=true"
        })
@AutoConfigureMockMvc
@Import({Postgres.class, Town.class, Api.class})
class LateLetterEdgeTest {

    private static final String PHONE = "13912345672";
    private static final String OTHER = "13912345673";

    @Autowired Town town;
    @Autowired Api api;
    @Autowired MockMvcTester http;
    @Autowired Mailing mailing;
    @Autowired Subscribers subscribers;
    @Autowired Accounts accounts;
    @Autowired JdbcClient jdbc;

    @Autowired
    @Qualifier("wallClock")
    Clock clock;

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

    /// An hour before and an hour after this moment.
    private String quietNow() {
        var now = LocalTime.ofInstant(clock.instant(), WorkCalendar.ZONE);
        var form = DateTimeFormatter.ofPattern("HH:mm");
        return now.minusHours(1).format(form) + "-" + now.plusHours(1).format(form);
    }

    private void told(String title) {
        api.report(trial.desk, title);
        api.drain();
        api.drain();
    }

    private JsonNode first() {
        return trial.at("/letters").at("/items/0");
    }

    private MvcTestResult put(String version, String phone, String digest, String quiet) {
        var request =
                http.put()
                        .uri(URI.create(Api.PLACE + "/me/channels/" + trial.key))
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + person)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(
                                "{\"address\":\"%s\",\"kinds\":[\"desk-new\"],\"quiet\":\"%s\",\"digest\":\"%s\"}"
                                        .formatted(phone, quiet, digest));
        return version.equals("*")
                ? request.header(HttpHeaders.IF_NONE_MATCH, "*").exchange()
                : request.header(HttpHeaders.IF_MATCH, version).exchange();
    }

    private void subscribed(String digest, String quiet) {
        trial.texts("");
        assertThat(put("*", PHONE, digest, quiet)).hasStatusOk();
        jdbc.sql(
                        "UPDATE gateway.channel_subscription SET confirmed_at = now() WHERE channel = :key")
                .param("key", trial.key)
                .update();
        subscribers.changed(Town.REGION);
    }

    @Test
    void whatBecameDueLateWaitsForTheEndOfTheQuietHours() {
        var loud = trial.robot("per-minute: 1");
        var quiet = loud.replace("quiet: none", "quiet: " + quietNow());
        assertThat(trial.put(quiet, "*")).hasStatusOk();
        trial.secrets("{\"token\":\"t\",\"sign\":\"s\"}");
        told("路灯不亮");
        trial.due();
        mailing.round();
        assertThat(trial.receiver.got).isEmpty();
        var line = first();
        assertThat(line.at("/state").asString()).isEqualTo("waiting");
        assertThat(line.at("/attempts").asInt()).as("this was no attempt").isZero();
        assertThat(line.at("/triedAt").isNull()).isTrue();
        assertThat(OffsetDateTime.parse(line.at("/nextAt").asString()).toInstant())
                .isAfter(clock.instant().plus(Duration.ofMinutes(50)));
        trial.test();
        mailing.round();
        assertThat(trial.receiver.got).as("it took no share, and what is urgent goes").hasSize(1);
        assertThat(trial.put(loud.replace("per-minute: 1", ""), "\"2\"")).hasStatusOk();
        trial.due();
        mailing.round();
        assertThat(trial.receiver.got).hasSize(2);
    }

    @Test
    void aGatheredMessageGoesByTheIdOfALetterThatIsInIt() {
        subscribed("hourly", "none");
        told("路灯不亮");
        told("井盖松动");
        jdbc.sql(
                        """
                        UPDATE gateway.letter SET inbox = gen_random_uuid()
                         WHERE turn = (SELECT min(turn) FROM gateway.letter WHERE channel = :key)
                        """)
                .param("key", trial.key)
                .update();
        trial.due();
        mailing.round();
        mailing.round();
        assertThat(trial.receiver.got).hasSize(1);
        assertThat(
                        jdbc.sql(
                                        """
                                        SELECT state || ' ' || coalesce(sent_as = id, false) FROM gateway.letter
                                         WHERE channel = :key ORDER BY turn
                                        """)
                                .param("key", trial.key)
                                .query(String.class)
                                .list())
                .containsExactly("dead false", "sent true");
    }

    @Test
    void whatIsSentAgainWaitsToo() {
        subscribed("none", quietNow());
        told("路灯不亮");
        trial.due();
        mailing.round();
        assertThat(trial.receiver.got).as("their own hours").isEmpty();
        jdbc.sql("UPDATE gateway.letter SET state = 'dead', next_at = NULL WHERE channel = :key")
                .param("key", trial.key)
                .update();
        assertThat(api.post(trial.admin, "/channels/" + trial.key + "/resend", "{}")).hasStatusOk();
        mailing.round();
        assertThat(trial.receiver.got).isEmpty();
        assertThat(first().at("/state").asString()).isEqualTo("waiting");
    }

    @Test
    void whoeverLostThePostMeanwhileIsNotToldWhatWaited() {
        subscribed("daily", "none");
        told("一件");
        told("两件");
        var account = accounts.byLogin(Town.REGION, "county-desk").orElseThrow();
        jdbc.sql("UPDATE access.role_grant SET valid_to = now() WHERE account = :account")
                .param("account", account)
                .update();
        subscribers.changed(Town.REGION);
        try {
            trial.round(mailing, 1);
            assertThat(trial.receiver.got).isEmpty();
            assertThat(trial.at("/letters?state=dead").at("/items"))
                    .hasSize(2)
                    .allSatisfy(it ->
                            assertThat(it.at("/error").asString()).isEqualTo(Standing.NOT_THEIRS));
            assertThat(trial.at("").at("/channel/failures").asInt()).isZero();
            assertThat(trial.at("/months").at("/items")).as("nor a failure").isEmpty();
        } finally {
            jdbc.sql("UPDATE access.role_grant SET valid_to = NULL WHERE account = :account")
                    .param("account", account)
                    .update();
        }
    }

    @Test
    void ofManyOnlyThoseGoThatAreStillTheirs() {
        subscribed("daily", "none");
        told("一件");
        told("两件");
        jdbc.sql(
                        """
                        UPDATE gateway.letter SET inbox = :other
                         WHERE channel = :key AND turn = (SELECT min(turn) FROM gateway.letter WHERE channel = :key)
                        """)
                .param("key", trial.key)
                .param("other", Ids.next())
                .update();
        trial.round(mailing, 1);
        assertThat(trial.receiver.got).hasSize(1);
        assertThat(trial.receiver.got.getFirst().body()).contains("新到一件").doesNotContain("条提醒");
        assertThat(trial.at("/letters?state=sent").at("/items")).hasSize(1);
        assertThat(trial.at("/letters?state=dead").at("/items")).hasSize(1);
    }

    @Test
    void whatIsSentAgainNeverGoesToAnAddressThatWasGivenUp() {
        subscribed("none", "none");
        told("一件");
        mailing.round();
        assertThat(trial.receiver.got).hasSize(1);
        var letter = first().at("/id").asString();
        assertThat(put("\"1\"", OTHER, "none", "none")).hasStatusOk();
        assertThat(
                        api.post(
                                trial.admin,
                                "/channels/" + trial.key + "/letters/" + letter + "/resend",
                                "{}"))
                .hasStatusOk();
        mailing.round();
        assertThat(trial.receiver.got).hasSize(1);
        assertThat(first().at("/error").asString()).isEqualTo(Standing.NOT_THEIRS);
    }
}
