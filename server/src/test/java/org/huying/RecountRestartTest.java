package org.huying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.huying.access.Accounts;
import org.huying.cli.Server;
import org.huying.client.Api;
import org.huying.client.Loop;
import org.huying.client.Seen;
import org.huying.database.EmbeddedPostgres;
import org.huying.database.Postgres;
import org.huying.org.edit.OrgEdits;
import org.huying.territory.DivisionImport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A server that is stopped right after days were entered: the deadlines that it owes are counted by the one that
/// starts after it.
class RecountRestartTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String RECOUNTS = "/api/v1/370481/matters/recount";

    private final EmbeddedPostgres.Connection database = Postgres.connection();

    /// One run of the server.
    private record Run(Api admin, Api desk, Api giver, UUID lamps) {
        /// Given to the lamps, to be done within working days.
        String errand(UUID unit) {
            var errand = Map.of("kind", "errand", "area", Town.REGION, "unit", unit.toString());
            var key = Map.of("Idempotency-Key", "restart-errand");
            var given = giver.post("/api/v1/370481/tasks", errand, key).orThrow();
            return given.path("id").asString();
        }

        OffsetDateTime errandDue(String id) {
            var shown = giver.get("/api/v1/370481/tasks/" + id).orThrow();
            return OffsetDateTime.parse(shown.path("due").asString());
        }

        OffsetDateTime due(String matter) {
            var shown = desk.get("/api/v1/370481/matters/" + matter).orThrow();
            return OffsetDateTime.parse(shown.path("clock").path("due").asString());
        }

        JsonNode last() {
            return admin.get(RECOUNTS).orThrow().at("/recounts/0");
        }

        void enter(String why, List<Map<String, Object>> days, String key) {
            admin.put(
                            "/api/v1/370481/calendar/days",
                            Map.of("why", why, "days", days),
                            Map.of("Idempotency-Key", key))
                    .orThrow();
        }
    }

    private record Owed(
            String matter,
            OffsetDateTime before,
            String errand,
            OffsetDateTime errandBefore,
            String recount) {}

    @Test
    void whatAStoppedServerOwesTheNextOneDoes() {
        var owed =
                served(
                        Duration.ofSeconds(20),
                        run -> {
                            var matter = dispatched(run.desk()).id().toString();
                            var before = run.due(matter);
                            var errand = run.errand(run.lamps());
                            var errandBefore = run.errandDue(errand);
                            run.enter("放假", off(before, false), "restart-off");
                            await().atMost(SOON).until(() -> run.last().has("id"));
                            assertThat(run.last().path("looked").asInt(-1)).isZero();
                            assertThat(run.last().path("done").isString())
                                    .as("it only waits")
                                    .isFalse();
                            var recount = run.last().path("id").asString();
                            return new Owed(matter, before, errand, errandBefore, recount);
                        });
        served(
                Duration.ZERO,
                run -> {
                    await().atMost(SOON).until(() -> run.last().path("done").isString());
                    assertThat(run.last().path("id").asString()).isEqualTo(owed.recount());
                    assertThat(run.last().path("moved").asInt()).isPositive();
                    assertThat(run.due(owed.matter())).isAfter(owed.before());
                    assertThat(run.errandDue(owed.errand())).isAfter(owed.errandBefore());
                    run.enter("收回", off(owed.before(), true), "restart-back");
                    await().atMost(SOON)
                            .until(() -> !run.due(owed.matter()).isAfter(owed.before()));
                    return true;
                });
    }

    /// Ten days up to and after the deadline; taken back, or not worked.
    private static List<Map<String, Object>> off(OffsetDateTime due, boolean back) {
        var first = due.toLocalDate().minusDays(5);
        return IntStream.range(0, 10)
                .mapToObj(i -> first.plusDays(i).toString())
                .map(day ->
                        back
                                ? Map.<String, Object>of("day", day)
                                : Map.<String, Object>of("day", day, "worked", false))
                .toList();
    }

    private static Seen dispatched(Api desk) {
        var loop = new Loop(desk, Town.REGION);
        var body =
                Map.of(
                        "channel", "snap",
                        "title", "路灯不亮",
                        "text", "路灯三天不亮了",
                        "item", "street-lamp",
                        "area", "370481001");
        var seen = loop.report("restart", body, Optional.empty()).matter();
        return seen.state().equals("REPORTED")
                ? loop.step(seen, "accept", "restart-a", Map.of(), Optional.empty())
                : seen;
    }

    private <T> T served(Duration gather, Function<Run, T> work) {
        var properties =
                Map.<String, Object>of(
                        "server.port",
                        "0",
                        "huying.access.second-factor",
                        "false",
                        "huying.db.pool",
                        "6",
                        "huying.recount.gather",
                        gather,
                        "huying.db.url",
                        database.url(),
                        "huying.db.user",
                        database.user(),
                        "huying.db.password",
                        database.password());
        try (var server = Server.start(properties)) {
            var town =
                    new Town(
                                    server.getBean(DivisionImport.class),
                                    server.getBean(OrgEdits.class),
                                    server.getBean(Accounts.class))
                            .ready();
            var port = server.getEnvironment().getProperty("local.server.port");
            var api = Api.at(URI.create("http://127.0.0.1:" + port + "/"));
            return work.apply(
                    new Run(
                            api.as(town.token("system-admin", Optional.empty())),
                            api.as(town.token("simulator", Optional.empty())),
                            api.as(town.token("county-desk", Optional.empty())),
                            town.unit("lamps")));
        }
    }
}
