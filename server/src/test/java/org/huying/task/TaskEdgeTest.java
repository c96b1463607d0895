package org.huying.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.Api;
import org.huying.Town;
import org.huying.database.Postgres;
import org.huying.territory.Territory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/// Tasks through the API: given by hand, given by a mode, and ended with it.
@SpringBootTest(properties = "huying.access.second-factor=false")
@AutoConfigureMockMvc
@Import({Postgres.class, Town.class, Api.class})
class TaskEdgeTest {

    private static final UUID HOLDER = new UUID(21, 1);

    @Autowired MockMvcTester http;
    @Autowired Api api;
    @Autowired Town town;

    @Autowired Territory territory;
    @Autowired Clock clock;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    private String desk = "";
    private String worker = "";
    private String street = "";
    private String community = "";

    @BeforeEach
    void town() {
        town.ready();
        var now = clock.instant();
        var last = territory.children(Town.COUNTY, now).getLast().code();
        street = last.value();
        community = territory.children(last, now).getFirst().code().value();
        desk = town.token("county-desk", Optional.empty());
        worker = town.token("unit-handler", Optional.of("lamps"));
    }

    @Test
    void anErrandGoesThroughItsStagesAndIsThenDone() {
        var task = given("errand", town.unit("lamps"));
        var id = task.at("/id").asString();
        assertThat(task.at("/stages").size()).isEqualTo(3);
        var finish = "{\"words\":\"送到家了\"}";
        assertThat(reason(step(worker, id, "finish", 1, finish))).isEqualTo("STAGES_LEFT");
        for (int version = 1; version <= 3; version++) {
            assertThat(step(worker, id, "forward", version, "{\"words\":\"走了一步\"}")).hasStatusOk();
        }
        assertThat(reason(step(worker, id, "forward", 4, "{}"))).isEqualTo("NO_STAGE");
        assertThat(step(worker, id, "finish", 3, finish)).hasStatus(412);
        assertThat(reason(step(worker, id, "finish", 4, "{}"))).isEqualTo("WORDS_MISSING");
        var done = api.body(step(worker, id, "finish", 4, finish));
        assertThat(done.at("/state").asString()).isEqualTo("COUNTED");
        assertThat(done.at("/work/score").asInt()).isEqualTo(2);
        var seen = api.body(api.get(desk, "/tasks/" + id));
        assertThat(seen.at("/history").size()).isEqualTo(4);
        assertThat(seen.at("/history/3/act").asString()).isEqualTo("finish");
        assertThat(reason(step(desk, id, "end", 5, "{\"why\":\"撤\"}"))).isEqualTo("WRONG_STATE");
    }

    @Test
    void onlyThoseWhoHaveItSeeIt() {
        var id = given("errand", town.unit("lamps")).at("/id").asString();
        var other = town.token("unit-handler", Optional.of("water"));
        assertThat(api.get(other, "/tasks/" + id)).hasStatus(404);
        assertThat(step(other, id, "forward", 1, "{}")).hasStatus(404);
        assertThat(step(worker, id, "check", 1, "{\"passed\":true}")).hasStatus(403);
        assertThat(listed(worker, "unit")).contains(id);
        assertThat(listed(other, "unit")).doesNotContain(id);
        assertThat(listed(desk, "area")).contains(id);
        api.drain();
        assertThat(templates(worker)).contains("任务");
    }

    @Test
    void aHistoryThatIsGoneIsMissed() {
        var id = given("errand", town.unit("lamps")).at("/id").asString();
        assertThat(step(worker, id, "forward", 1, "{\"words\":\"走了一步\"}")).hasStatusOk();
        var chains = new TaskChains();
        assertThat(chains.verify(jdbc, _ -> {}).damages()).isEmpty();
        transaction.executeWithoutResult(status -> {
            jdbc.sql("ALTER TABLE task.step DISABLE TRIGGER step_is_history").update();
            jdbc.sql("DELETE FROM task.step WHERE task = :id::uuid").param("id", id).update();
            assertThat(chains.verify(jdbc, _ -> {}).damages())
                    .singleElement()
                    .satisfies(it -> assertThat(it.row()).isEqualTo(Town.REGION + " " + id + " 1"));
            status.setRollbackOnly();
        });
    }

    @Test
    void whoIsNamedWithoutHoldingThePostDoesItForTheBodyThatAnswers() {
        var posts =
                """
                {"items":[{"key":"community-desk","name":"值班员","organisation":"centre","area":"%s"}],"from":"2026-01-01"}
                """
                        .formatted(community);
        var admin = town.token("system-admin", Optional.empty());
        assertThat(api.post(admin, "/posts/import", posts)).hasStatusOk();
        var errand = "{\"kind\":\"errand\",\"area\":\"%s\",\"person\":\"%s\"}";
        var somebody = new UUID(21, 2);
        var given = api.post(desk, "/tasks", errand.formatted(community, somebody));
        assertThat(given).hasStatus(201);
        assertThat(api.body(given).at("/person").asString()).isEqualTo(somebody.toString());
        assertThat(api.body(given).at("/unit/id").asString())
                .isEqualTo(town.unit("centre").toString());
        var nowhere = api.post(desk, "/tasks", errand.formatted("370481005", somebody));
        assertThat(nowhere).hasStatus(422);
    }

    @Test
    void whatWasTakenOffTheListIsNotGivenAnyMore() {
        var body =
                """
                {"kind":"%s","area":"370481","unit":"%s"}
                """;
        var gone = api.post(desk, "/tasks", body.formatted("investment", town.unit("lamps")));
        assertThat(gone).hasStatus(409);
        assertThat(api.body(gone).at("/detail").asString()).contains("招商引资", "取消");
        assertThat(api.post(desk, "/tasks", body.formatted("nonsense", town.unit("lamps"))))
                .hasStatus(422);
        assertThat(api.post(worker, "/tasks", body.formatted("errand", town.unit("lamps"))))
                .hasStatus(403);
        var now = api.body(api.get(desk, "/tasks/list"));
        var then = api.body(api.get(desk, "/tasks/list?on=2019-06-01"));
        assertThat(inForce(now, "investment")).isFalse();
        assertThat(inForce(then, "investment")).isTrue();
        assertThat(inForce(now, "governance")).isTrue();
        assertThat(api.get(desk, "/tasks/figures?from=2026-01-01&to=2027-06-01")).hasStatus(422);
    }

    @Test
    void aSurgeGivesItsTasksAsksForItsFieldsAndEndsWithTheSwitchBack() {
        posts();
        var on =
                api.post(
                        desk,
                        "/modes",
                        "{\"area\":\"%s\",\"mode\":\"surge\",\"reason\":\"汛期\"}".formatted(street));
        assertThat(on).hasStatus(201);
        api.drain();
        var form = api.body(api.get("", "/matters/form?area=" + community));
        assertThat(form.at("/mode").asString()).isEqualTo("surge");
        assertThat(required(form)).containsExactly("households");
        assertThat(report(community, "")).hasStatus(422);
        assertThat(report(community, "\"fields\":{\"households\":-1},")).hasStatus(422);
        assertThat(report("370481004001", "")).hasStatus(201);
        var reported = api.body(report(community, "\"fields\":{\"households\":12},"));
        assertThat(reported.at("/matter/fields/0/value").asInt()).isEqualTo(12);

        var task = ofKind("testing");
        assertThat(task.at("/mode").asString()).isEqualTo("surge");
        assertThat(task.at("/person").asString()).isEqualTo(HOLDER.toString());
        var id = task.at("/id").asString();
        assertThat(step(desk, id, "finish", 1, "{\"figure\":310}")).hasStatusOk();
        var left = ofKind("collect").at("/id").asString();
        var spell = api.body(on);
        var off = "/modes/" + spell.at("/id").asString() + "/off";
        assertThat(change(desk, off, spell.at("/version").asInt(), "{\"reason\":\"退汛\"}"))
                .hasStatus(204);
        api.drain();
        assertThat(state(id)).isEqualTo("COUNTED");
        assertThat(state(left)).isEqualTo("ENDED");
        assertThat(report(community, "")).hasStatus(201);
        var kinds =
                api.body(
                        api.get(
                                desk,
                                "/tasks/figures?from=2026-01-01&to=2026-12-31&area=" + street));
        assertThat(kinds.at("/places").size()).isPositive();
    }

    /// A desk in the community and a worker in its grid.
    private void posts() {
        var admin = town.token("system-admin", Optional.empty());
        var grid =
                """
                {"place":{"parent":"%s","kind":"GRID","name":"第一网格"},"from":"2026-01-01"}
                """
                        .formatted(community);
        var made = api.body(api.post(admin, "/territory/nodes", grid));
        var posts =
                """
                {"items":[{"key":"community-desk","name":"值班员","organisation":"centre","area":"%s",
                           "holders":[{"person":"%s","name":"李"}]},
                          {"key":"grid-worker","name":"网格员","organisation":"centre","area":"%s"}],"from":"2026-01-01"}
                """
                        .formatted(community, HOLDER, made.findValue("code").asString());
        assertThat(api.post(admin, "/posts/import", posts)).hasStatusOk();
    }

    private MvcTestResult report(String area, String fields) {
        return api.post(
                desk,
                "/matters",
                """
                {%s"channel":"desk","title":"路灯不亮","text":"三天了","item":"street-lamp","area":"%s"}
                """
                        .formatted(fields, area));
    }

    private JsonNode given(String kind, UUID unit) {
        var result =
                api.post(
                        desk,
                        "/tasks",
                        "{\"kind\":\"%s\",\"area\":\"370481\",\"unit\":\"%s\"}"
                                .formatted(kind, unit));
        assertThat(result).hasStatus(201);
        return api.body(result);
    }

    private JsonNode ofKind(String kind) {
        var page = api.body(api.get(desk, "/tasks?axis=area&limit=200&kind=" + kind));
        assertThat(page.at("/tasks").size()).as(kind).isPositive();
        return page.at("/tasks/0");
    }

    private String state(String id) {
        return api.body(api.get(desk, "/tasks/" + id)).at("/state").asString();
    }

    private static List<String> required(JsonNode form) {
        var keys = new ArrayList<String>();
        for (var field : form.at("/fields")) {
            if (field.at("/required").asBoolean()) {
                keys.add(field.at("/key").asString());
            }
        }
        return keys;
    }

    private static boolean inForce(JsonNode list, String key) {
        for (var task : list.at("/tasks")) {
            if (task.at("/key").asString().equals(key)) {
                return task.at("/inForce").asBoolean();
            }
        }
        throw new AssertionError("No task " + key);
    }

    private String listed(String token, String axis) {
        return api.body(api.get(token, "/tasks?limit=200&axis=" + axis)).toString();
    }

    private String templates(String token) {
        return api.body(api.get(token, "/inbox")).toString();
    }

    private String reason(MvcTestResult refused) {
        assertThat(refused).hasStatus(409);
        return api.body(refused).at("/reason").asString();
    }

    private MvcTestResult step(String token, String id, String act, int version, String body) {
        return change(token, "/tasks/" + id + "/" + act, version, body);
    }

    private MvcTestResult change(String token, String path, int version, String body) {
        return http.method(HttpMethod.POST)
                .uri(Api.PLACE + path)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .header(HttpHeaders.IF_MATCH, "\"" + version + "\"")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
