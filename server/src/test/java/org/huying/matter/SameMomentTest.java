package org.huying.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.huying.access.Caller;
import org.huying.matter.loop.Command;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Two people on one matter: who comes with an old version is told 412, who comes at the very same moment 409, and both
/// what stands now.
class SameMomentTest extends LoopApiTest {

    @Autowired MatterDesk desk;
    @Autowired JdbcClient jdbc;

    @Test
    void anOldVersionIsToldWhatStandsNow() {
        var id = api.reported(api.resident("13900000601"));
        api.step(api.desk("a"), id, "accept", "{}");
        var answer = api.attempt(api.desk("b"), id, "accept", "{}", 1);
        assertThat(answer).hasStatus(412);
        said(answer, "stale", id);
    }

    /// The first writes and has not committed yet when the second, who saw the same version, asks.
    @Test
    void whoLosesTheRaceIsToldWhatStandsNow() throws Exception {
        var id = api.reported(api.resident("13900000602"));
        var second = api.desk("b");
        int version = api.show(second, id).at("/version").asInt();
        try (var people = Executors.newSingleThreadExecutor()) {
            var loser = new CompletableFuture<MvcTestResult>();
            var first =
                    desk.take(
                            new MatterDesk.Order(
                                    new MatterId(LoopApi.TENGZHOU, UUID.fromString(id)),
                                    new Command.Instruct("先办"),
                                    Caller.SYSTEM,
                                    version,
                                    Optional.empty(),
                                    _ -> {
                                        people.execute(() ->
                                                loser.complete(
                                                        api.attempt(
                                                                second,
                                                                id,
                                                                "comment",
                                                                "{\"words\":\"我也看看\"}",
                                                                version)));
                                        await().until(this::somebodyWaits);
                                        return Optional.empty();
                                    }));
            assertThat(first).isInstanceOf(Taken.Done.class);
            var answer = loser.get();
            assertThat(answer).hasStatus(409);
            said(answer, "overtaken", id);
        }
        assertThat(api.history(second, id).findValuesAsString("act"))
                .contains("instruct")
                .doesNotContain("comment");
    }

    private void said(MvcTestResult answer, String code, String id) {
        var problem = api.body(answer);
        var now = api.show(api.desk("a"), id);
        assertThat(problem.at("/code").asString()).isEqualTo(code);
        assertThat(problem.at("/version").asInt()).isEqualTo(now.at("/version").asInt());
        assertThat(problem.at("/state").asString()).isEqualTo(now.at("/state").asString());
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
