package org.huying.gateway.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.huying.Api;
import org.huying.Town;
import org.huying.database.Postgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/// A code that goes to one address confirms no other, however closely the two follow each other.
@SpringBootTest(
        properties = {
            "huying.access.second-factor=false",
            "huying.alarms.enabled=false",
            "huying.webhooks.local=true"
        })
@AutoConfigureMockMvc
@Import({Postgres.class, Town.class, Api.class})
class CodeRaceEdgeTest {

    @Autowired Town town;
    @Autowired Api api;
    @Autowired MockMvcTester http;
    @Autowired Mailing mailing;
    @Autowired Subscribers subscribers;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

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

    private void wanted(String phone) {
        var body =
                "{\"address\":\"%s\",\"kinds\":[],\"quiet\":\"none\",\"digest\":\"none\"}"
                        .formatted(phone);
        assertThat(
                        http.put()
                                .uri(URI.create(Api.PLACE + at("")))
                                .header(HttpHeaders.AUTHORIZATION, "Bearer " + person)
                                .header(HttpHeaders.IF_NONE_MATCH, "*")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(body))
                .hasStatusOk();
    }

    /// The row is held as by somebody who stores another address; the code is asked for meanwhile, having read the first.
    @Test
    void anAddressThatIsChangedWhileACodeIsAskedForHasNoCode() {
        wanted("13912345674");
        CompletableFuture<MvcTestResult> asked =
                transaction.execute(_ -> {
                    jdbc.sql(
                                    """
                                    UPDATE gateway.channel_subscription SET version = version + 1, code = NULL
                                     WHERE channel = :key
                                    """)
                            .param("key", trial.key)
                            .update();
                    var asking =
                            CompletableFuture.supplyAsync(
                                    () -> api.post(person, at("/code"), "{}"));
                    Awaitility.await().atMost(Duration.ofSeconds(20)).until(this::somebodyWaits);
                    return asking;
                });
        assertThat(asked.join()).hasStatus(412);
        assertThat(
                        jdbc.sql(
                                        "SELECT code IS NULL FROM gateway.channel_subscription WHERE channel = :key")
                                .param("key", trial.key)
                                .query(Boolean.class)
                                .single())
                .isTrue();
        mailing.round();
        assertThat(trial.receiver.got).as("no code went out").isEmpty();
        assertThat(api.post(person, at("/code"), "{}")).as("asked for anew").hasStatus(202);
    }

    private boolean somebodyWaits() {
        return jdbc.sql(
                                """
                                SELECT count(*) FROM pg_stat_activity
                                 WHERE datname = current_database() AND wait_event_type = 'Lock'
                                """)
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
