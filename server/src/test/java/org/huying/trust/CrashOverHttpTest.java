package org.huying.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.huying.Town;
import org.huying.access.Accounts;
import org.huying.cli.Server;
import org.huying.client.Api;
import org.huying.client.Loop;
import org.huying.vault.ChainCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The server and its database are killed in turns while clients work over HTTP. Afterwards everything acknowledged is
/// there exactly once, every chain is sound, and every event has arrived.
@Timeout(600)
class CrashOverHttpTest {
    private static final int ROUNDS = 5;
    private static final int BETWEEN = 60;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /// What the founder leaves behind for the clients.
    private record Founded(UUID account, UUID unit, String bearer) {}

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path data;

    @Test
    void keepsEveryPromiseThroughKillsOfServerAndDatabase() throws Exception {
        var founded = found();
        var path = "/api/v1/" + Town.REGION + "/lists/overdue";
        try (var server = new ServerUnderFire(data, path, founded.bearer())) {
            var loop = new Loop(Api.at(server.base()).as(founded.bearer()), Town.REGION);
            var back = new ArrayList<String>();
            var clients = new Requesters(loop, founded.unit());
            for (int round = 0; round < ROUNDS; round++) {
                awaitMore(clients);
                back.add("server %.1f s".formatted(server.killServer()));
                awaitMore(clients);
                back.add("database %.1f s".formatted(server.killDatabase()));
            }
            awaitMore(clients);
            clients.close();
            System.out.printf(
                    "%d promises kept; back after kills: %s; answers lost or 5xx: %s; reports recognised as repeated: %d%n",
                    clients.acknowledged(), back, clients.outages(), clients.repeated());
            var jdbc = server.database();
            assertKept(jdbc, founded.account(), clients.promises());
            assertArrived(jdbc);
            assertToldOnce(jdbc);
            assertSound(jdbc);
        }
    }

    private static Founded found() {
        try (var context =
                Server.start(Map.of("server.port", 0, "huying.data", data, "huying.db.url", ""))) {
            var town = context.getAutowireCapableBeanFactory().createBean(Town.class).ready();
            var bearer = town.token("simulator", Optional.empty());
            var account =
                    context.getBean(Accounts.class).byLogin(Town.REGION, "simulator").orElseThrow();
            return new Founded(account, town.unit("lamps"), bearer);
        }
    }

    private static void awaitMore(Requesters clients) {
        var before = clients.acknowledged();
        Awaitility.await().atMost(PATIENCE).until(() -> clients.acknowledged() >= before + BETWEEN);
    }

    private static void assertKept(
            JdbcClient jdbc, UUID account, List<Requesters.Promise> promises) {
        assertThat(promises).hasSizeGreaterThan(BETWEEN * 2 * ROUNDS);
        var broken = new ArrayList<Requesters.Promise>();
        for (var promise : promises) {
            var found =
                    promise.act().equals("report")
                            ? reports(jdbc, account, promise)
                            : steps(jdbc, account, promise);
            if (found != 1) {
                broken.add(promise);
            }
        }
        assertThat(broken).isEmpty();
        assertThat(
                        jdbc.sql(
                                        """
                                        SELECT count(*) FROM (SELECT 1 FROM matter.step WHERE key IS NOT NULL
                                                               GROUP BY region, matter, key, act HAVING count(*) > 1) AS twice
                                        """)
                                .query(Long.class)
                                .single())
                .isZero();
    }

    private static int reports(JdbcClient jdbc, UUID account, Requesters.Promise promise) {
        var numbers =
                jdbc.sql(
                                """
                                SELECT number FROM matter.matter WHERE region = :region AND request_key = :key
                                """)
                        .param("region", Town.REGION)
                        .param("key", key(account, promise.key()))
                        .query((row, _) -> row.getString(1))
                        .list();
        assertThat(numbers).as("%s", promise).containsOnly(promise.number());
        return numbers.size();
    }

    private static int steps(JdbcClient jdbc, UUID account, Requesters.Promise promise) {
        return jdbc.sql(
                        """
                        SELECT count(*) FROM matter.step
                         WHERE region = :region AND matter = :matter AND key = :key AND act = :act
                        """)
                .param("region", Town.REGION)
                .param("matter", promise.matter())
                .param("key", key(account, promise.key()))
                .param("act", promise.act())
                .query(Integer.class)
                .single();
    }

    private static UUID key(UUID account, String key) {
        return UUID.nameUUIDFromBytes((account + " " + key).getBytes(StandardCharsets.UTF_8));
    }

    /// Nothing waits, nothing is parked, and the lists say what the matters say.
    private static void assertArrived(JdbcClient jdbc) {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() ->
                        number(
                                        jdbc,
                                        """
                                        SELECT count(*) FROM eventlog.cursor c
                                         WHERE EXISTS (SELECT 1 FROM eventlog.event e WHERE (e.xid, e.id) > (c.xid, c.id))
                                        """)
                                == 0);
        assertThat(number(jdbc, "SELECT count(*) FROM eventlog.parked")).isZero();
        assertThat(
                        number(
                                jdbc,
                                """
                                SELECT count(*) FROM matter.matter m FULL JOIN insight.matter_row r
                                    ON r.region = m.region AND r.id = m.id
                                 WHERE (m.number, m.state, m.version) IS DISTINCT FROM (r.number, r.state, r.version)
                                """))
                .isZero();
    }

    /// Each dispatch told its unit once: what listened did so once for each event, through all the kills.
    private static void assertToldOnce(JdbcClient jdbc) {
        assertThat(
                        number(
                                jdbc,
                                "SELECT count(*) FROM notice.notice WHERE template = 'unit-dispatched'"))
                .isEqualTo(number(jdbc, "SELECT count(*) FROM matter.step WHERE act = 'dispatch'"))
                .isPositive();
    }

    private static void assertSound(JdbcClient jdbc) {
        var checks = ServiceLoader.load(ChainCheck.class).stream().map(ServiceLoader.Provider::get);
        assertThat(checks.toList())
                .hasSizeGreaterThan(1)
                .allSatisfy(check -> {
                    var report = check.verify(jdbc, _ -> {});
                    System.out.printf(
                            "%s: %d chains, %d rows%n",
                            check.name(), report.chains(), report.rows());
                    assertThat(report.damages()).as(check.name()).isEmpty();
                });
    }

    private static long number(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
