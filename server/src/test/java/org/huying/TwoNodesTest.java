package org.huying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.huying.access.Accounts;
import org.huying.access.Caller;
import org.huying.cli.Server;
import org.huying.client.Api;
import org.huying.client.Loop;
import org.huying.client.Seen;
import org.huying.database.Postgres;
import org.huying.eventlog.Consumers;
import org.huying.insight.ReadModel;
import org.huying.org.OrganisationKind;
import org.huying.org.edit.OrgEdits;
import org.huying.playbook.store.Editing;
import org.huying.territory.DivisionImport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Two servers on one database, both with requests at once: whatever one does the other knows, and nothing happens twice.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoNodesTest {
    private static final int MATTERS = 24;
    private static final Duration SOON = Duration.ofSeconds(60);

    private final List<ConfigurableApplicationContext> nodes = new ArrayList<>();
    private final Town town = start();
    private final JdbcClient jdbc = nodes.getFirst().getBean(JdbcClient.class);

    private Town start() {
        var database = Postgres.connection();
        for (int i = 0; i < 2; i++) {
            nodes.add(
                    Server.start(
                            Map.of(
                                    "server.port",
                                    "0",
                                    "huying.access.second-factor",
                                    "false",
                                    "huying.db.pool",
                                    "6",
                                    "huying.recount.gather",
                                    "0s",
                                    "huying.db.url",
                                    database.url(),
                                    "huying.db.user",
                                    database.user(),
                                    "huying.db.password",
                                    database.password())));
        }
        var first = nodes.getFirst();
        return new Town(
                        first.getBean(DivisionImport.class),
                        first.getBean(OrgEdits.class),
                        first.getBean(Accounts.class))
                .ready();
    }

    @AfterAll
    void stop() {
        nodes.reversed().forEach(ConfigurableApplicationContext::close);
    }

    @Test
    void aSessionIsKnownOnBothAndItsEndReachesBoth() {
        var token = town.token("leader", Optional.empty());
        assertThat(api(0, token).get("/api/v1/me").status()).isEqualTo(200);
        assertThat(api(1, token).get("/api/v1/me").status()).isEqualTo(200);
        var account =
                nodes.getLast()
                        .getBean(Accounts.class)
                        .byLogin(Town.REGION, "leader")
                        .orElseThrow();
        jdbc.sql("UPDATE access.session SET revoked_at = now() WHERE account = :account")
                .param("account", account)
                .update();
        for (int node = 0; node < 2; node++) {
            var there = api(node, token);
            await().atMost(SOON).until(() -> there.get("/api/v1/me").status() == 401);
        }
    }

    @Test
    void whatOneServerLearnsOfPlacesBodiesAndRulesTheOtherKnowsSoon() {
        var admin = town.token("system-admin", Optional.empty());
        var bodies = "/api/v1/370481/organisations?limit=1000";
        assertThat(api(1, admin).get("/api/v1/370481/territory/nodes").body().path("items"))
                .hasSizeGreaterThan(10);
        assertThat(api(1, admin).get(bodies).orThrow().path("items")).hasSizeGreaterThan(2);
        nodes.getLast()
                .getBean(OrgEdits.class)
                .save(
                        Town.REGION,
                        List.of(
                                new OrgEdits.Entry(
                                        "late-comer",
                                        "晚来的单位",
                                        OrganisationKind.DEPARTMENT,
                                        Optional.empty(),
                                        Optional.of(Town.COUNTY))),
                        LocalDate.of(2026, 1, 1));
        await().atMost(SOON)
                .until(() -> api(0, admin).get(bodies).body().toString().contains("晚来的单位"));
        api(0, admin)
                .post(
                        "/api/v1/370481/territory/nodes",
                        Map.of(
                                "place",
                                Map.of("parent", "370481001001", "kind", "GRID", "name", "两台机器的网格"),
                                "from",
                                "2026-01-01"),
                        Map.of("Idempotency-Key", "two-nodes-grid"))
                .orThrow();
        var grids = "/api/v1/370481/territory/nodes?parent=370481001001";
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(api(1, admin).get(grids).body().toString())
                                .as(api(0, admin).get(grids).body().toString())
                                .contains("两台机器"));
    }

    @Test
    void aPlaybookEditedOnOneServerIsInForceOnTheOther() {
        var editing = nodes.getFirst().getBean(Editing.class);
        var draft =
                new Editing.Draft(
                        Town.REGION,
                        "tengzhou",
                        "playbook: tengzhou\nextends: base\nplace: { code: \"370481\", name: 滕州 }\n");
        int before = editing.version("tengzhou");
        var outcome =
                editing.put(
                        Caller.SYSTEM,
                        draft,
                        Optional.empty(),
                        new org.huying.problem.Seen(before));
        assertThat(outcome.playbook()).as(outcome.findings().all().toString()).isPresent();
        await().atMost(SOON)
                .until(() ->
                        api(1, "").get("/api/v1/370481/playbook").body().path("version").asInt()
                                == before + 1);
    }

    @Test
    void theLoopRunsOverBothAndEachFactCountsOnce() throws Exception {
        var seen = drive();
        assertThat(seen).hasSize(MATTERS);
        assertThat(seen.stream().map(Seen::number).distinct()).hasSize(MATTERS);
        assertThat(seen.stream().map(Seen::state)).containsOnly("IN_PROGRESS");
        for (var node : nodes) {
            var consumers = node.getBean(Consumers.class);
            await().atMost(SOON)
                    .until(() -> consumers.lag().stream().allMatch(it -> it.events() == 0));
            assertThat(consumers.lag()).allMatch(it -> it.parked() == 0);
        }
        assertThat(count("SELECT count(*) FROM insight.matter_row")).isEqualTo(MATTERS);
        assertThat(count("SELECT count(*) FROM notice.notice WHERE template = 'unit-dispatched'"))
                .as("one for each dispatch, by rule or by hand")
                .isGreaterThanOrEqualTo(MATTERS)
                .isEqualTo(count("SELECT count(*) FROM matter.step WHERE act = 'dispatch'"));
        assertThat(
                        count(
                                """
                                SELECT sum(value) FROM insight.counter WHERE digits = 9 AND name = 'reported'
                                """))
                .isEqualTo(MATTERS);
        var counted = counters();
        nodes.getLast().getBean(ReadModel.class).recompute(Town.REGION);
        assertThat(counters()).isEqualTo(counted);
        daysEnteredOnOneServerMoveTheDeadlinesThatTheOtherCounts(seen.getFirst());
    }

    private void daysEnteredOnOneServerMoveTheDeadlinesThatTheOtherCounts(Seen matter) {
        var admin = town.token("system-admin", Optional.empty());
        var uri = "/api/v1/370481/matters/" + matter.id();
        var before = due(0, uri);
        assertThat(due(1, uri)).isEqualTo(before);
        var off =
                IntStream.rangeClosed(1, 9)
                        .mapToObj(i -> before.toLocalDate().minusDays(5).plusDays(i))
                        .map(day -> Map.of("day", day.toString(), "worked", false))
                        .toList();
        api(0, admin)
                .put(
                        "/api/v1/370481/calendar/days",
                        Map.of("why", "调休", "days", off),
                        Map.of("Idempotency-Key", "two-days"))
                .orThrow();
        for (int node = 0; node < 2; node++) {
            var there = node;
            await().atMost(SOON).until(() -> due(there, uri).isAfter(before));
        }
        var recounts = api(1, admin).get("/api/v1/370481/matters/recount").orThrow();
        assertThat(recounts.at("/recounts/0/cause").asString()).isEqualTo("DAYS");
    }

    private OffsetDateTime due(int node, String uri) {
        var desk = town.token("simulator", Optional.empty());
        var shown = api(node, desk).get(uri).orThrow();
        return OffsetDateTime.parse(shown.path("clock").path("due").asString());
    }

    /// Each step of a matter goes to the server that did not take the one before.
    private List<Seen> drive() throws Exception {
        var desk = town.token("simulator", Optional.empty());
        var unit = town.token("unit-handler", Optional.of("lamps"));
        try (var threads = Executors.newFixedThreadPool(4)) {
            var work =
                    IntStream.range(0, MATTERS)
                            .<Callable<Seen>>mapToObj(i -> () -> oneMatter(i, desk, unit))
                            .toList();
            var done = new ArrayList<Seen>();
            for (var one : threads.invokeAll(work)) {
                done.add(one.get());
            }
            return done;
        }
    }

    private Seen oneMatter(int i, String desk, String unit) {
        var body = new HashMap<String, Object>();
        body.put("channel", "snap");
        body.put("title", "路灯不亮 " + i);
        body.put("text", "第 " + i + " 盏路灯三天不亮了");
        body.put("item", "street-lamp");
        body.put("area", "370481001");
        var here = new Loop(api(i % 2, desk), Town.REGION);
        var there = new Loop(api((i + 1) % 2, desk), Town.REGION);
        var seen = here.report("two-" + i, body, Optional.empty()).matter();
        if (seen.state().equals("REPORTED")) {
            seen = there.step(seen, "accept", "two-a-" + i, Map.of(), Optional.empty());
        }
        seen =
                here.step(
                        seen,
                        "dispatch",
                        "two-d-" + i,
                        Map.of("unit", town.unit("lamps").toString(), "why", "路灯归它管"),
                        Optional.empty());
        return new Loop(api((i + 1) % 2, unit), Town.REGION)
                .step(seen, "acknowledge", "two-k-" + i, Map.of(), Optional.empty());
    }

    private String counters() {
        return String.join(
                "\n",
                jdbc.sql(
                                """
                                SELECT concat_ws(' ', digits, area, day, name, value) FROM insight.counter
                                 WHERE value <> 0 ORDER BY 1
                                """)
                        .query(String.class)
                        .list());
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private Api api(int node, String token) {
        var port = nodes.get(node).getEnvironment().getProperty("local.server.port");
        var api = Api.at(URI.create("http://127.0.0.1:" + port + "/"));
        return token.isEmpty() ? api : api.as(token);
    }
}
