package org.huying.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.huying.Api;
import org.huying.Town;
import org.huying.access.Accounts;
import org.huying.access.Caller;
import org.huying.access.NewAccount;
import org.huying.access.NewGrant;
import org.huying.calendar.WorkCalendar;
import org.huying.database.Ids;
import org.huying.database.Postgres;
import org.huying.task.TaskChains;
import org.huying.territory.Territory;
import org.junit.jupiter.api.AfterEach;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A changed calendar moves whatever is counted in working time: uses of powers, tasks, replies, each with a row in its
/// history; what was answered stays as it is.
@SpringBootTest(properties = "huying.access.second-factor=false")
@AutoConfigureMockMvc
@Import({Postgres.class, Town.class, Api.class})
class RecountKindsTest {

    @Autowired MockMvcTester http;
    @Autowired JsonMapper json;
    @Autowired Api api;
    @Autowired Town town;
    @Autowired Accounts accounts;
    @Autowired Territory territory;
    @Autowired RecountRows recounts;
    @Autowired RecountRun recount;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;

    private String street = "";
    private String place = "";
    private String county = "";
    private String lamps = "";
    private String admin = "";

    @BeforeEach
    void town() {
        town.ready();
        var code = territory.children(Town.COUNTY, clock.instant()).getFirst().code();
        place = code.value();
        var id =
                accounts.byLogin(Town.REGION, "street-of-recounts")
                        .orElseGet(() ->
                                accounts.create(
                                        new NewAccount(
                                                Town.REGION,
                                                "street-of-recounts",
                                                "街道值班员",
                                                Caller.Kind.STAFF,
                                                Optional.empty(),
                                                false,
                                                List.of(NewGrant.of("street-desk", code)))));
        street = accounts.openSession(id, Town.REGION);
        county = town.token("county-desk", Optional.empty());
        lamps = town.token("unit-handler", Optional.of("lamps"));
        admin = town.token("system-admin", Optional.empty());
    }

    @AfterEach
    void theDaysAreAsTheyWere() {
        entered("{\"day\":\"%s\"}");
    }

    @Test
    void whatIsCountedInWorkingTimeMovesAndSaysFromWhenToWhen() {
        var open = used();
        var answered = used();
        say(answered, "answer", 1, "{\"text\":\"已处理\"}");
        var errand = given();
        var ended = given();
        task(ended, "end", 1, "{\"why\":\"不用了\"}");
        var matter = reported();
        var before = new Dates(power(open), task(errand), reply(matter));
        var answeredBefore = power(answered).toString();
        var endedBefore = task(ended).toString();
        entered("{\"day\":\"%s\",\"worked\":false}");
        var counted = run();
        assertThat(counted.parts().keySet())
                .containsExactlyInAnyOrder("matter", "power", "task", "whistle");
        assertThat(counted.parts())
                .hasEntrySatisfying("matter", it -> assertThat(it.moved()).isPositive())
                .hasEntrySatisfying("power", it -> assertThat(it.moved()).isPositive())
                .hasEntrySatisfying("task", it -> assertThat(it.moved()).isPositive());
        assertThat(counted.failed()).isZero();
        powerMoved(open, before.power());
        taskMoved(errand, before.task());
        replyMoved(matter, before.reply());
        assertThat(power(answered).toString()).isEqualTo(answeredBefore);
        assertThat(task(ended).toString()).isEqualTo(endedBefore);
        assertThat(run().moved()).as("counted once more").isZero();
        entered("{\"day\":\"%s\"}");
        assertThat(run().failed()).isZero();
        assertThat(power(open).at("/answerBy")).isEqualTo(before.power().at("/answerBy"));
        assertThat(task(errand).at("/due")).isEqualTo(before.task().at("/due"));
        assertThat(reply(matter)).isEqualTo(before.reply());
        assertThat(new TaskChains().verify(jdbc, _ -> {}).damages()).isEmpty();
        assertThat(new MatterChains().verify(jdbc, _ -> {}).damages()).isEmpty();
        shownByKind();
    }

    /// What there was before.
    private record Dates(JsonNode power, JsonNode task, JsonNode reply) {}

    private void powerMoved(String id, JsonNode before) {
        var now = power(id);
        assertThat(moment(now.at("/answerBy"))).isAfter(moment(before.at("/answerBy")));
        assertThat(moment(now.at("/objectBy"))).isAfter(moment(before.at("/objectBy")));
        assertThat(now.at("/state").asString()).isEqualTo("USED");
        var word = now.at("/words/0");
        assertThat(word.at("/act").asString()).isEqualTo("recount");
        assertThat(word.at("/answerWas")).isEqualTo(before.at("/answerBy"));
        assertThat(word.at("/answerDue")).isEqualTo(now.at("/answerBy"));
        assertThat(word.at("/objectWas")).isEqualTo(before.at("/objectBy"));
        api.drain();
        assertThat(templates(id)).contains("power-recount");
    }

    private void taskMoved(String id, JsonNode before) {
        var now = task(id);
        assertThat(moment(now.at("/due"))).isAfter(moment(before.at("/due")));
        var step = now.at("/history/0");
        assertThat(step.at("/act").asString()).isEqualTo("recount");
        assertThat(step.at("/was")).isEqualTo(before.at("/due"));
        assertThat(step.at("/due")).isEqualTo(now.at("/due"));
        assertThat(templates(id)).contains("task-recount");
        assertThat(api.body(api.get(lamps, "/inbox")).toString())
                .contains("任务时限有变", "行权时限有变", "从 ");
    }

    private void replyMoved(String id, JsonNode before) {
        assertThat(moment(reply(id))).isAfter(moment(before));
        var last = facts(id);
        assertThat(OffsetDateTime.parse(last.at("/replyWas").asString()).toInstant())
                .isEqualTo(moment(before).toInstant());
        assertThat(OffsetDateTime.parse(last.at("/replyDue").asString()).toInstant())
                .isEqualTo(moment(reply(id)).toInstant());
        assertThat(templates(id)).contains("reply-recount");
    }

    private void shownByKind() {
        var shown = api.body(api.get(admin, "/matters/recount")).at("/recounts/0/parts");
        assertThat(shown.values())
                .extracting(it -> it.at("/kind").asString())
                .containsExactly("matter", "power", "task", "whistle");
    }

    private JsonNode facts(String matter) {
        return json.readTree(
                jdbc.sql(
                                """
                                SELECT facts FROM matter.step WHERE matter = :id AND act = 'recount'
                                 ORDER BY seq DESC LIMIT 1
                                """)
                        .param("id", UUID.fromString(matter))
                        .query(String.class)
                        .single());
    }

    private RecountRows.Recount run() {
        var id = new MatterId(Town.REGION, Ids.next());
        var asked =
                new RecountRows.Asked(
                        id, id.value(), RecountRows.Cause.ORDER, "算", id.value(), clock.instant());
        assertThat(recounts.add(asked)).isTrue();
        assertThat(recount.run(RecountRun.instance(id), () -> false)).isTrue();
        return recounts.find(id).orElseThrow();
    }

    /// Today and all of the next days: what is begun before work may be due in the evening.
    private void entered(String day) {
        var first = LocalDate.ofInstant(clock.instant(), WorkCalendar.ZONE);
        var days =
                IntStream.range(0, 20)
                        .mapToObj(i -> day.formatted(first.plusDays(i)))
                        .collect(Collectors.joining(","));
        var body = "{\"why\":\"停工\",\"days\":[%s]}".formatted(days);
        assertThat(api.send(HttpMethod.PUT, admin, "/calendar/days", body)).hasStatus(204);
    }

    private String used() {
        var body =
                """
                {"item":"vendor","area":"%s","department":"%s","title":"夜市整治","text":"请派人到场"}
                """
                        .formatted(place, town.unit("lamps"));
        return created(street, "/powers/exercises", body);
    }

    private String given() {
        var body =
                "{\"kind\":\"errand\",\"area\":\"370481\",\"unit\":\"%s\"}"
                        .formatted(town.unit("lamps"));
        return created(county, "/tasks", body);
    }

    private String reported() {
        var body = "{\"channel\":\"snap\",\"title\":\"路灯\",\"text\":\"不亮\"}";
        var made = api.post(town.resident("13900000977"), "/matters", body);
        assertThat(made).hasStatus(201);
        return api.body(made).at("/matter/id").asString();
    }

    private String created(String token, String path, String body) {
        var made = api.post(token, path, body);
        assertThat(made).hasStatus(201);
        return api.body(made).at("/id").asString();
    }

    private void say(String id, String act, int version, String body) {
        var path = "/powers/exercises/" + id + "/" + act;
        assertThat(seen(lamps, path, version, body)).hasStatusOk();
    }

    private void task(String id, String act, int version, String body) {
        assertThat(seen(county, "/tasks/" + id + "/" + act, version, body)).hasStatusOk();
    }

    private MvcTestResult seen(String token, String path, int version, String body) {
        return http.post()
                .uri(Api.PLACE + path)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .header(HttpHeaders.IF_MATCH, "\"" + version + "\"")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private JsonNode power(String id) {
        return api.body(api.get(lamps, "/powers/exercises/" + id));
    }

    private JsonNode task(String id) {
        return api.body(api.get(county, "/tasks/" + id));
    }

    private JsonNode reply(String matter) {
        return api.matter(county, matter).at("/beside/reply/due");
    }

    private static OffsetDateTime moment(JsonNode at) {
        return OffsetDateTime.parse(at.asString());
    }

    private List<String> templates(String id) {
        return jdbc.sql("SELECT template FROM notice.notice WHERE matter = :id")
                .param("id", UUID.fromString(id))
                .query((row, _) -> row.getString(1))
                .list();
    }
}
