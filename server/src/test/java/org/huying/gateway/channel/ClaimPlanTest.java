package org.huying.gateway.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Objects;
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
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What waits for a channel that is paused costs nothing, every two seconds.
@SpringBootTest(
        properties = {
            "huying.access.second-factor=false",
            "huying.alarms.enabled=false",
            "huying.webhooks.local=true"
        })
@AutoConfigureMockMvc
@Import({Postgres.class, Town.class, Api.class})
class ClaimPlanTest {

    private static final int WAITING = 4_000;

    @Autowired Town town;
    @Autowired Api api;
    @Autowired MockMvcTester http;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    @Autowired
    @Qualifier("wallClock")
    Clock clock;

    private Trial trial;

    @BeforeEach
    void begin() {
        trial = new Trial(town, api, http, jdbc);
        trial.ready("");
    }

    @AfterEach
    void end() {
        trial.close();
    }

    @Test
    void whatWaitsForAPausedChannelIsNotEvenLookedAt() {
        jdbc.sql(
                        """
                        INSERT INTO gateway.letter (region, id, channel, addressee, notice, subject, kind, number, headline,
                                                    address, urgent, gathered, state, attempts, next_at, created_at)
                        SELECT :region, gen_random_uuid(), :key, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(),
                               'desk-new', '', '', '', false, false, 'waiting', 0, now() - interval '1 hour', now()
                          FROM generate_series(1, :many)
                        """)
                .param("region", Town.REGION)
                .param("key", trial.key)
                .param("many", WAITING)
                .update();
        jdbc.sql("ANALYZE gateway.letter").update();
        assertThat(looked()).as("while it is not paused").isGreaterThan(20);
        assertThat(api.post(trial.admin, "/channels/" + trial.key + "/pause", "{}")).hasStatusOk();
        assertThat(looked()).isLessThan(20);
    }

    /// So many letters are read to find those that are due.
    private double looked() {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        var plan =
                transaction.execute(status -> {
                    status.setRollbackOnly();
                    return jdbc.sql("EXPLAIN (ANALYZE, FORMAT JSON) " + Attempts.CLAIM)
                            .param("now", now)
                            .param("minute", now.minusSeconds(60))
                            .param("until", now.plusSeconds(60))
                            .param("limit", 50)
                            .query(String.class)
                            .single();
                });
        return looked(
                JsonMapper.shared().readTree(Objects.requireNonNull(plan)).path(0).path("Plan"));
    }

    private static double looked(JsonNode node) {
        double below = node.path("Plans").valueStream().mapToDouble(ClaimPlanTest::looked).sum();
        if (!node.path("Relation Name").asString("").equals("letter")) {
            return below;
        }
        double rows =
                node.path("Actual Rows").asDouble(0)
                        + node.path("Rows Removed by Filter").asDouble(0);
        return below + rows * node.path("Actual Loops").asDouble(0);
    }
}
