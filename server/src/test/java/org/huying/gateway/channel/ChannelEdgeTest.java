package org.huying.gateway.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

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
    @Autowired Attempts attempts;
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
    void aNoticeReachesTheGroupOnceSignedAndWithoutAnybodysWords() {
        trial.ready("");
        var matter = api.report(trial.desk, "张三家门口路灯不亮");
        api.drain();
        api.drain();
        mailing.round();
        mailing.round();
        assertThat(trial.receiver.got).hasSize(1);
        var got = trial.receiver.got.getFirst();
        assertThat(got.path()).startsWith("/send?access_token=t-secret&timestamp=");
        assertThat(got.body())
                .contains("新到一件", "https://huying.example.org/desk/matter/" + matter)
                .doesNotContain("张三", "路灯", "13800001111");
        var line = trial.at("/letters").at("/items/0");
        assertThat(line.at("/state").asString()).isEqualTo("sent");
        assertThat(line.at("/kind").asString()).isEqualTo("desk-new");
        var month = trial.at("").at("/channel/month");
        assertThat(month.at("/messages").asInt()).isEqualTo(1);
        assertThat(month.at("/cost").asInt()).isEqualTo(3);
        assertThat(trial.at("/months").at("/items/0/letters").asInt()).isEqualTo(1);
        assertThat(
                        api.get(trial.admin, "/channels/" + trial.key)
                                .getResponse()
                                .getContentAsByteArray())
                .asString(StandardCharsets.UTF_8)
                .doesNotContain("t-secret", "SEC-secret");
    }

    @Test
    void whateverIsNotClearlyTakenIsSentAgainAndNothingIsLost() {
        trial.ready("");
        trial.test();
        for (var mood :
                List.of(
                        Receiver.Mood.FAILS,
                        Receiver.Mood.REFUSES,
                        Receiver.Mood.HALF,
                        Receiver.Mood.HANGS_UP)) {
            trial.receiver.mood = mood;
            mailing.round();
            var line = trial.at("/letters").at("/items/0");
            assertThat(line.at("/state").asString()).as(mood.name()).isEqualTo("waiting");
            assertThat(line.at("/error").asString())
                    .as(mood.name())
                    .isNotEmpty()
                    .doesNotContain("secret");
            mailing.round(); // not before its time
            trial.due();
        }
        assertThat(trial.receiver.got).hasSize(4);
        trial.receiver.mood = Receiver.Mood.WELL;
        mailing.round();
        assertThat(trial.at("/letters").at("/items/0/state").asString()).isEqualTo("sent");
        assertThat(trial.at("").at("/channel/failures").asInt()).isZero();
    }

    @Test
    void aChannelThatOnlyFailsIsPausedAndGoesOnWhereItStopped() {
        trial.ready("");
        trial.receiver.mood = Receiver.Mood.FAILS;
        trial.test();
        trial.test();
        for (int i = 0; i < Mailing.MOST_FAILURES; i++) {
            trial.due();
            mailing.round();
        }
        assertThat(trial.at("").at("/channel/paused").asString()).isEqualTo("failing");
        int tried = trial.receiver.got.size();
        trial.due();
        mailing.round();
        assertThat(trial.receiver.got).as("nothing goes while it is paused").hasSize(tried);
        trial.receiver.mood = Receiver.Mood.WELL;
        assertThat(api.post(trial.admin, "/channels/" + trial.key + "/resume", "{}")).hasStatusOk();
        assertThat(api.post(trial.admin, "/channels/" + trial.key + "/resend", "{}")).hasStatusOk();
        trial.due();
        mailing.round();
        mailing.round();
        assertThat(trial.at("/letters?state=sent").at("/items")).hasSize(2);
        assertThat(trial.at("").at("/channel/paused").isNull()).isTrue();
    }

    @Test
    void whatWasTakenUpByANodeThatDiedIsSentByAnother() {
        trial.ready("");
        trial.test();
        var taken = attempts.claim(clock.instant(), Duration.ofSeconds(60), 50);
        assertThat(taken).isNotEmpty();
        mailing.round();
        assertThat(trial.receiver.got).as("it is lent").isEmpty();
        trial.due();
        mailing.round();
        assertThat(trial.receiver.got).hasSize(1);
        var late = new Attempts.Ended(Optional.of("too late"), Optional.empty(), Optional.empty());
        taken.forEach(it -> assertThat(attempts.ended(it, late)).isZero());
        assertThat(trial.at("/letters").at("/items/0/state").asString()).isEqualTo("sent");
    }
}
