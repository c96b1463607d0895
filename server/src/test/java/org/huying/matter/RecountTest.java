package org.huying.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Accounts;
import org.huying.access.Caller;
import org.huying.access.NewAccount;
import org.huying.access.NewGrant;
import org.huying.access.RequestKey;
import org.huying.calendar.Calendars;
import org.huying.calendar.TimeLimit;
import org.huying.database.Ids;
import org.huying.matter.loop.Assist;
import org.huying.matter.loop.Command;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Deadlines that are counted again, because days have changed or because somebody orders it.
class RecountTest extends ClockedTest {

    @Autowired RecountRows recounts;
    @Autowired RecountRun recount;
    @Autowired Calendars calendars;
    @Autowired Accounts accounts;
    @Autowired MockMvcTester http;
    @Autowired JsonMapper json;

    @Test
    void aChangedCalendarMovesOpenDeadlinesByItselfAndSaysFromWhenToWhen() {
        var id = acknowledged();
        var before = now(id).clock().due().orElseThrow();
        var made = entered("本地节日", "{\"day\":\"2026-03-03\",\"worked\":false}");
        assertThat(made).as("begun because days have changed").isPresent();
        assertThat(made.get().cause()).isEqualTo(RecountRows.Cause.DAYS);
        assertThat(made.get().why()).isEqualTo("本地节日");
        run(made.get().id());
        var after = now(id).clock().due().orElseThrow();
        assertThat(after).isEqualTo(before.plus(Duration.ofDays(1)));
        assertThat(facts(id, "recount").getLast())
                .contains("\"was\":\"" + before + "\"", "\"due\":\"" + after + "\"");
        consumers.drain();
        assertThat(told(id, unit("committee"))).contains("unit-recount");
        var shown = body(get("/matters/recount")).at("/recounts/0");
        assertThat(shown.at("/cause").asString()).isEqualTo("DAYS");
        assertThat(shown.at("/moved").asInt()).isPositive();
        int version = now(id).version();
        recounted("再算一遍", id);
        assertThat(now(id).version()).as("what does not change is left alone").isEqualTo(version);
        var back = entered("取消", "{\"day\":\"2026-03-03\"}");
        run(back.orElseThrow().id());
        assertThat(now(id).clock().due()).as("taken back").contains(before);
    }

    @Test
    void theTimeOfAHelperMovesAsTheDaysDoAndADateThatWasSetDoesNot() {
        var id = acknowledged();
        var limit = TimeLimit.parse("2 work-days");
        var due = rulebook.calendar(now(id)).due(desk.now(), limit);
        done(id, new Command.Engage(unit("lighting"), Optional.of(due), Optional.of(limit), "借梯子"));
        done(id, new Command.Engage(unit("office"), Optional.of(due), "看路"));
        var made = entered("放假", "{\"day\":\"2026-03-03\",\"worked\":false}").orElseThrow();
        run(made.id());
        assertThat(time(id, "lighting")).contains(due.plus(Duration.ofDays(1)));
        assertThat(time(id, "office")).as("a date is a date").contains(due);
        assertThat(facts(id, "recount").getLast())
                .contains(unit("lighting").toString(), due.toString())
                .doesNotContain(unit("office").toString());
        consumers.drain();
        assertThat(told(id, unit("lighting"))).contains("helper-recount");
        assertThat(told(id, unit("office"))).doesNotContain("helper-recount");
        run(entered("收回", "{\"day\":\"2026-03-03\"}").orElseThrow().id());
        assertThat(time(id, "lighting")).contains(due);
    }

    private Optional<Instant> time(MatterId id, String unit) {
        return now(id).aside().assists().stream()
                .filter(it -> it.unit().equals(unit(unit)))
                .findFirst()
                .flatMap(Assist::due);
    }

    private void done(MatterId id, Command command) {
        done(id, command, Caller.SYSTEM);
    }

    @Test
    void daysThatAreEnteredAsTheyAreMoveNothing() {
        assertThat(entered("周六本来就休", "{\"day\":\"2026-03-07\",\"worked\":false}")).isEmpty();
        assertThat(entered("周一本来就上班", "{\"day\":\"2026-03-09\",\"worked\":true}")).isEmpty();
        assertThat(entered("没登记过的也能撤", "{\"day\":\"2026-03-10\"}")).isEmpty();
        var real = entered("停工", "{\"day\":\"2026-03-09\",\"worked\":false}");
        assertThat(real).isPresent();
        assertThat(entered("再登记一遍", "{\"day\":\"2026-03-09\",\"worked\":false}")).isEmpty();
        assertThat(entered("收回", "{\"day\":\"2026-03-09\"}")).isPresent();
    }

    @Test
    void whatIsEnteredRightAfterIsCountedTogether() {
        var id = acknowledged();
        var before = now(id).clock().due().orElseThrow();
        var first = entered("放假", "{\"day\":\"2026-03-03\",\"worked\":false}").orElseThrow();
        var second = entered("放假", "{\"day\":\"2026-03-04\",\"worked\":false}").orElseThrow();
        assertThat(recount.run(RecountRun.instance(first.id()), () -> false)).isTrue();
        assertThat(recounts.find(first.id()).orElseThrow().joined()).contains(second.id().value());
        assertThat(now(id).clock().due()).as("left to the younger one").contains(before);
        assertThat(recount.run(RecountRun.instance(second.id()), () -> true))
                .as("told to stop: another server goes on")
                .isFalse();
        assertThat(recounts.find(second.id()).orElseThrow().done()).isEmpty();
        run(second.id());
        assertThat(now(id).clock().due()).contains(before.plus(Duration.ofDays(2)));
        run(entered("收回", "{\"day\":\"2026-03-03\"},{\"day\":\"2026-03-04\"}").orElseThrow().id());
    }

    @Test
    void whatWasPausedStaysUncountedWhenDaysChange() {
        var id = acknowledged();
        var desk = staff(1, COUNTY, "handle");
        done(id, new Command.Ask(HandClock.MONDAY.plus(Duration.ofDays(2)), "哪一盏灯"), desk);
        var made = entered("放假", "{\"day\":\"2026-03-04\",\"worked\":false}").orElseThrow();
        run(made.id());
        assertThat(acts(id)).as("it stands and is not counted").doesNotContain("recount");
        hands.set(HandClock.MONDAY.plus(Duration.ofDays(1)));
        done(id, new Command.Resume("找到了"), desk);
        var paused = now(id).clock().due().orElseThrow();
        run(entered("收回", "{\"day\":\"2026-03-04\"}").orElseThrow().id());
        var calendar = rulebook.calendar(now(id));
        assertThat(calendar.worked(LocalDate.of(2026, 3, 4))).isTrue();
        var due = now(id).clock().due().orElseThrow();
        assertThat(due).as("the day off is worked again").isBefore(paused);
        var handle = TimeLimit.parse("2 work-days");
        var pause = now(id).clock().pace().pauses().getFirst();
        assertThat(
                        calendar.between(now(id).since(), due, handle.kind())
                                .minus(calendar.between(pause.from(), pause.to(), handle.kind())))
                .as("what was paused is not counted")
                .isEqualTo(calendar.length(handle));
    }

    @Test
    void daysThatAnotherServerEnteredCountAtOnceInARecount() {
        var id = acknowledged();
        var before = now(id).clock().due().orElseThrow();
        elsewhere(
                """
                INSERT INTO calendar.day (region, day, worked, why, entered_by, entered_at)
                SELECT :region, '2026-03-03'::date + i, false, '别处录入', gen_random_uuid(), now()
                  FROM generate_series(0, 3) AS i
                ON CONFLICT (region, day) DO UPDATE SET worked = false
                """);
        recounted("停工四天", id);
        assertThat(now(id).clock().due().orElseThrow()).isAfter(before.plus(Duration.ofDays(2)));
        elsewhere("DELETE FROM calendar.day WHERE region = :region");
        calendars.refresh();
    }

    /// What another server writes; this one has not looked since.
    private void elsewhere(String sql) {
        jdbc.sql(sql).param("region", REGION).update();
        jdbc.sql(
                        """
                        INSERT INTO calendar.revision (region, revision) VALUES (:region, 1)
                        ON CONFLICT (region) DO UPDATE SET revision = revision.revision + 1
                        """)
                .param("region", REGION)
                .update();
    }

    @Test
    void aRecountSentTwiceIsOneAndRunsInTheBackground() {
        acknowledged();
        var first = post("/matters/recount", "{\"why\":\"试一试\"}", "one-key");
        assertThat(first).hasStatus(202);
        var again = post("/matters/recount", "{\"why\":\"试一试\"}", "one-key");
        assertThat(body(again).at("/id")).isEqualTo(body(first).at("/id"));
        var deadline = System.nanoTime() + 60_000_000_000L;
        var id = new MatterId(REGION, UUID.fromString(body(first).at("/id").asString()));
        while (recounts.find(id).orElseThrow().done().isEmpty() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        var progress = get("/matters/recount/" + id.value());
        assertThat(progress).hasStatusOk();
        assertThat(body(progress).at("/done").isMissingNode()).isFalse();
        assertThat(body(progress).at("/looked").asInt()).isPositive();
    }

    @Test
    void whoEntersDaysIsRemembered() {
        put(
                "/calendar/days",
                "{\"why\":\"调休\",\"days\":[{\"day\":\"2027-03-06\",\"worked\":true}]}");
        var year = body(get("/calendar/2027"));
        assertThat(year.at("/made").values()).extracting(JsonNode::asString).contains("2027-03-06");
        assertThat(year.at("/entered/0/why").asString()).isEqualTo("调休");
        assertThat(year.at("/entered/0/by").asString()).isNotBlank();
        put("/calendar/days", "{\"why\":\"错了\",\"days\":[{\"day\":\"2027-03-06\"}]}");
        assertThat(body(get("/calendar/2027")).at("/entered").isEmpty()).isTrue();
    }

    private void recounted(String why, MatterId open) {
        var id = new MatterId(REGION, Ids.next());
        var asked =
                new RecountRows.Asked(
                        id, id.value(), RecountRows.Cause.ORDER, why, open.value(), desk.now());
        assertThat(recounts.add(asked)).isTrue();
        run(id);
    }

    private void run(MatterId id) {
        assertThat(recount.run(RecountRun.instance(id), () -> false)).isTrue();
        var done = recounts.find(id).orElseThrow();
        assertThat(done.done()).isPresent();
        assertThat(done.looked()).isPositive();
        assertThat(done.failed()).isZero();
    }

    /// Enters days; the recount that begins by itself, or nothing when none does.
    private Optional<RecountRows.Recount> entered(String why, String days) {
        var last = recounts.last(REGION, 1).stream().map(it -> it.id().value()).findFirst();
        assertThat(put("/calendar/days", "{\"why\":\"%s\",\"days\":[%s]}".formatted(why, days)))
                .hasStatus(204);
        consumers.drain();
        return recounts.last(REGION, 1).stream()
                .filter(it -> !last.equals(Optional.of(it.id().value())))
                .findFirst();
    }

    private MvcTestResult put(String path, String content) {
        return http.put()
                .uri("/api/v1/" + REGION + path)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + admin())
                .contentType(MediaType.APPLICATION_JSON)
                .content(content)
                .exchange();
    }

    private MvcTestResult post(String path, String content, String key) {
        return http.post()
                .uri("/api/v1/" + REGION + path)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + admin())
                .header(RequestKey.HEADER, key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(content)
                .exchange();
    }

    private MvcTestResult get(String path) {
        return http.get()
                .uri("/api/v1/" + REGION + path)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + admin())
                .exchange();
    }

    private JsonNode body(MvcTestResult result) {
        return json.readTree(result.getResponse().getContentAsByteArray());
    }

    private String admin() {
        var id =
                accounts.byLogin(REGION, "admin")
                        .orElseGet(() ->
                                accounts.create(
                                        new NewAccount(
                                                REGION,
                                                "admin",
                                                "管理员",
                                                Caller.Kind.STAFF,
                                                Optional.empty(),
                                                false,
                                                List.of(
                                                        new NewGrant(
                                                                "system-admin",
                                                                Optional.of(COUNTY),
                                                                Optional.empty())))));
        return accounts.openSession(id, REGION);
    }
}
