package org.huying.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.huying.Town;
import org.huying.access.Accounts;
import org.huying.access.Caller;
import org.huying.access.NewAccount;
import org.huying.access.NewGrant;
import org.huying.cli.Server;
import org.huying.client.Api;
import org.huying.client.Loop;
import org.huying.demo.hotline.Hotline;
import org.huying.demo.hotline.Manners;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// A hotline at its worst sends orders in and is sent their results, while the server is killed. In the end both sides
/// have the same orders and the same results, none lost, none double, and none overtaken. `HUYING_ORDERS` sets how many.
@Timeout(3_600)
class PartnerFaultTest {

    private static final String KEY = "hotline";
    private static final int ORDERS =
            Integer.parseInt(Objects.requireNonNullElse(System.getenv("HUYING_ORDERS"), "60"));
    private static final int KILLS = ORDERS < 1_000 ? 1 : 5;
    private static final Duration PATIENCE = Duration.ofSeconds(60 + ORDERS / 10);

    private record Founded(String desk, String partner) {}

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path data;

    @Test
    void bothSidesEndWithTheSameSets() throws Exception {
        try (var hotline = Hotline.open(Manners.WORST, InstantSource.system())) {
            var founded = found(hotline);
            var question = "/api/v1/" + Town.REGION + "/lists/overdue";
            var options = List.of("-Dhuying.webhooks.local=true", "-Dhuying.webhooks.sends=true");
            try (var server = new ServerUnderFire(data, question, founded.desk(), options)) {
                var desk = new Loop(Api.at(server.base()).as(founded.desk()), Town.REGION);
                var door =
                        server.base()
                                .resolve(
                                        "/api/v1/"
                                                + Town.REGION
                                                + "/partners/"
                                                + KEY
                                                + "/messages");
                var numbers = IntStream.range(0, ORDERS).mapToObj("F-%05d"::formatted).toList();
                try (var clerks = new Clerks(hotline, door, founded.partner(), numbers);
                        var hands = new Hands(desk, server::database, KEY)) {
                    for (int kill = 1; kill <= KILLS; kill++) {
                        clerks.awaitShare(kill / (KILLS + 1.0));
                        server.killServer();
                    }
                    clerks.awaitShare(1);
                    hands.awaitAll(numbers);
                    awaitDelivered(server.database());
                }
                assertSame(hotline, server.database(), new TreeSet<>(numbers));
            }
        }
    }

    private static Founded found(Hotline hotline) throws Exception {
        try (var context =
                Server.start(
                        Map.of(
                                "server.port",
                                0,
                                "huying.data",
                                data,
                                "huying.db.url",
                                "",
                                "huying.access.second-factor",
                                false))) {
            var town = context.getAutowireCapableBeanFactory().createBean(Town.class).ready();
            var accounts = context.getBean(Accounts.class);
            var account =
                    accounts.create(
                            new NewAccount(
                                    Town.REGION,
                                    KEY,
                                    "演示热线",
                                    Caller.Kind.MACHINE,
                                    Optional.empty(),
                                    false,
                                    List.of(NewGrant.of("partner", Town.COUNTY))));
            var admin = town.token("system-admin", Optional.empty());
            call(context, admin, "PUT", "?account=" + KEY, "application/yaml", hotline.file(KEY));
            var keys = call(context, admin, "POST", "/keys", "application/json", "{}");
            hotline.secret(JsonMapper.shared().readTree(keys).path("secret").asString(""));
            return new Founded(
                    town.token("simulator", Optional.empty()),
                    accounts.issueToken(account, Town.REGION, "test", Optional.empty()));
        }
    }

    private static String call(
            ConfigurableApplicationContext context,
            String bearer,
            String method,
            String path,
            String type,
            String body)
            throws Exception {
        var port = context.getEnvironment().getProperty("local.server.port");
        var at = "http://localhost:" + port + "/api/v1/" + Town.REGION + "/partners/" + KEY + path;
        var request =
                HttpRequest.newBuilder(URI.create(at))
                        .header("Authorization", "Bearer " + bearer)
                        .header("Content-Type", type)
                        .method(method, BodyPublishers.ofString(body));
        if (method.equals("PUT")) {
            request.header("If-None-Match", "*");
        }
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return answer.body();
        }
    }

    /// What waits for its next try is made due again and again; leases are left alone, but for those of a server that is
    /// no more.
    private static void awaitDelivered(JdbcClient jdbc) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    jdbc.sql(
                                    """
                                    UPDATE gateway.parcel SET next_at = now()
                                     WHERE state = 'waiting' AND (next_at <> tried_at + interval '60 seconds'
                                           OR tried_at < now() - interval '15 seconds')
                                    """)
                            .update();
                    return number(
                                            jdbc,
                                            "SELECT count(*) FROM gateway.parcel WHERE state = 'waiting'")
                                    == 0
                            && number(
                                            jdbc,
                                            """
                                            SELECT count(*) FROM eventlog.cursor c
                                             WHERE EXISTS (SELECT 1 FROM eventlog.event e WHERE (e.xid, e.id) > (c.xid, c.id))
                                            """)
                                    == 0;
                });
    }

    private static void assertSame(Hotline hotline, JdbcClient jdbc, Set<String> numbers) {
        var books = hotline.ledger();
        System.out.printf(
                "%d orders in, %d results out; messages that came twice: %d%n",
                books.orders().size(), books.results().size(), books.repeats());
        assertThat(books.acknowledged().keySet()).isEqualTo(numbers);
        assertThat(strings(jdbc, "SELECT number FROM gateway.work_order ORDER BY number"))
                .containsExactlyElementsOf(numbers);
        assertThat(
                        strings(
                                jdbc,
                                "SELECT DISTINCT source FROM matter.matter WHERE source LIKE 'F-%'"))
                .containsExactlyInAnyOrderElementsOf(numbers);
        assertThat(number(jdbc, "SELECT count(*) FROM matter.matter WHERE source LIKE 'F-%'"))
                .as("none double")
                .isEqualTo(numbers.size());
        assertThat(books.results()).isEqualTo(numbers);
        assertThat(books.overtaken()).isZero();
        assertThat(books.forgeries()).isZero();
        assertThat(books.repeats()).as("the hotline was badly behaved").isPositive();
        assertThat(number(jdbc, "SELECT count(*) FROM gateway.inbound WHERE state <> 'taken'"))
                .isZero();
        assertThat(number(jdbc, "SELECT count(*) FROM gateway.parcel WHERE state <> 'delivered'"))
                .isZero();
        assertThat(number(jdbc, "SELECT count(*) FROM eventlog.parked")).isZero();
    }

    private static List<String> strings(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query((row, _) -> row.getString(1)).list();
    }

    private static long number(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
