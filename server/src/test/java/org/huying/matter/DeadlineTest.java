package org.huying.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.huying.access.Accounts;
import org.huying.access.Caller;
import org.huying.access.NewAccount;
import org.huying.access.NewGrant;
import org.huying.access.RequestKey;
import org.huying.calendar.Calendars;
import org.huying.calendar.TimeLimit;
import org.huying.database.Ids;
import org.huying.matter.loop.Command;
import org.huying.matter.loop.Refusal;
import org.huying.playbook.PleaKind;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Deadlines that stand, move and are counted again.
class DeadlineTest extends ClockedTest {

    @Autowired RecountRows recounts;
    @Autowired RecountRun recount;
    @Autowired Calendars calendars;
    @Autowired Accounts accounts;
    @Autowired MockMvcTester http;
    @Autowired JsonMapper json;

    @Test
    void aSuspensionIsDecidedBySomebodyElseOfTheRightLevelAndItsEndLetsTheClockRunAgain() {
        var id = acknowledged();
        var before = now(id).clock().due().orElseThrow();
        var until = HandClock.MONDAY.plus(Duration.ofDays(14));
        var clerk = staff(1, COUNTY, "apply", "decide");
        var street = staff(2, STREET, "decide");
        var county = staff(3, COUNTY, "decide");
        done(
                id,
                new Command.Apply(
                        PleaKind.SUSPENSION,
                        "plan",
                        Optional.empty(),
                        Optional.of(until),
                        "列入改造",
                        List.of(paper(clerk))),
                clerk);
        assertThat(take(id, new Command.Grant(1, ""), street)).isInstanceOf(Taken.Forbidden.class);
        assertThat(take(id, new Command.Grant(1, ""), clerk))
                .isEqualTo(new Taken.Refused(Refusal.SAME_PERSON));
        done(id, new Command.Grant(1, ""), county);
        assertThat(now(id).clock().due()).isEmpty();
        assertThat(templates(id)).contains("desk-applied-suspension", "plea-granted");
        ringAt(until.minusSeconds(1));
        assertThat(acts(id)).endsWith("grant");
        ringAt(until);
        assertThat(acts(id)).endsWith("resume");
        var running = now(id);
        assertThat(running.aside().hold()).isEmpty();
        var calendar = rulebook.calendar(running);
        var held = calendar.between(HandClock.MONDAY, until, TimeLimit.parse("1 work-day").kind());
        assertThat(
                        calendar.between(
                                before,
                                running.clock().due().orElseThrow(),
                                TimeLimit.parse("1 work-day").kind()))
                .as("what was paused is not counted")
                .isEqualTo(held);
    }

    @Test
    void anExtensionMovesTheDateAndHistorySaysSo() {
        var id = acknowledged();
        var before = now(id).clock().due().orElseThrow();
        var clerk = staff(1, COUNTY, "apply");
        done(id, extension(clerk), clerk);
        done(id, new Command.Grant(1, "同意"), staff(2, STREET, "decide"));
        var calendar = rulebook.calendar(now(id));
        assertThat(now(id).clock().due())
                .contains(calendar.due(before, TimeLimit.parse("3 work-days")));
        assertThat(acts(id)).endsWith("apply", "grant");
        assertThat(facts(id, "apply").getLast()).contains("\"length\":\"3 work-days\"");
        assertThat(facts(id, "grant").getLast())
                .contains(
                        "\"was\":\"" + before + "\"",
                        "\"due\":\"" + now(id).clock().due().orElseThrow() + "\"");
    }

    @Test
    void moreTimeIsForTheStageThatAskedAndNotForTheUnitThatCameAfter() {
        var id = acknowledged();
        done(id, extension(staff(1, COUNTY, "apply")), staff(1, COUNTY, "apply"));
        hands.set(HandClock.MONDAY.plusSeconds(60));
        done(id, new Command.Return("不归我们"), Caller.SYSTEM);
        done(
                id,
                new Command.Dispatch(unit("office"), Optional.empty(), Optional.of("street"), ""),
                Caller.SYSTEM);
        done(id, new Command.Acknowledge(), Caller.SYSTEM);
        var due = now(id).clock().due().orElseThrow();
        var street = staff(2, STREET, "decide");
        assertThat(take(id, new Command.Grant(1, ""), street))
                .isEqualTo(new Taken.Refused(Refusal.PLEA_STAGE_OVER));
        assertThat(now(id).clock().due()).contains(due);
        var other = staff(3, COUNTY, "apply");
        done(id, extension(other), other);
        assertThat(take(id, new Command.Grant(1, ""), street))
                .isEqualTo(new Taken.Refused(Refusal.PLEA_MISSING));
        done(id, new Command.Grant(2, "同意"), street);
        assertThat(now(id).clock().due()).get(InstanceOfAssertFactories.INSTANT).isAfter(due);
    }

    private Command extension(Caller by) {
        return new Command.Apply(
                PleaKind.EXTENSION,
                "material",
                Optional.of(TimeLimit.parse("3 work-days")),
                Optional.empty(),
                "等材料",
                List.of(paper(by)));
    }

    @Test
    void aChangedCalendarMovesOpenDeadlinesAndSaysFromWhenToWhen() {
        var id = acknowledged();
        var before = now(id).clock().due().orElseThrow();
        assertThat(
                        put(
                                "/calendar/days",
                                """
                                {"why":"本地节日","days":[{"day":"2026-03-03","worked":false}]}
                                """))
                .hasStatus(204);
        assertThat(now(id).clock().due()).as("nothing moves by itself").contains(before);
        recounted("本地节日", id);
        var after = now(id).clock().due().orElseThrow();
        assertThat(after).isEqualTo(before.plus(Duration.ofDays(1)));
        assertThat(facts(id, "recount").getLast())
                .contains("\"was\":\"" + before + "\"", "\"due\":\"" + after + "\"");
        consumers.drain();
        assertThat(told(id, unit("committee"))).contains("unit-recount");
        int version = now(id).version();
        recounted("再算一遍", id);
        assertThat(now(id).version()).as("what does not change is left alone").isEqualTo(version);
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
        assertThat(recounts.add(id, id.value(), why, open.value(), desk.now())).isTrue();
        recount.run(RecountRun.instance(id));
        var done = recounts.find(id).orElseThrow();
        assertThat(done.done()).isPresent();
        assertThat(done.looked()).isPositive();
        assertThat(done.failed()).isZero();
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
