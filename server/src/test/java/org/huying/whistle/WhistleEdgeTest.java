package org.huying.whistle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huying.whistle.WhistleCalls.part;
import static org.huying.whistle.WhistleTown.MONDAY_NINE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.StreamSupport;
import org.huying.Town;
import org.huying.access.MovableClock;
import org.huying.database.Postgres;
import org.huying.eventlog.Consumers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Who may call whom, lists, figures, notices, and several people at once.
@SpringBootTest
@AutoConfigureMockMvc
@Import({Postgres.class, Town.class, WhistleTown.Config.class, WhistleTown.Rules.class})
class WhistleEdgeTest {

    private static final String RUNG = "street-to-department";
    private static final String ITEM = ",\"item\":\"night-stalls\"";

    @Autowired MockMvcTester http;
    @Autowired WhistleTown town;
    @Autowired MovableClock clock;
    @Autowired Consumers consumers;
    @Autowired WhistleDesk desk;
    @Autowired JdbcClient jdbc;

    private final WhistleCalls calls;
    private String street = "";
    private String urban = "";

    WhistleEdgeTest(@Autowired MockMvcTester http, @Autowired JsonMapper json) {
        calls = new WhistleCalls(http, json);
    }

    @BeforeEach
    void everybodyIsThere() {
        town.ready();
        street = town.desk("street-desk", town.street);
        urban = town.member("urban");
        clock.move(Duration.between(clock.instant(), MONDAY_NINE));
    }

    @Test
    void onlyTheRightLevelOfTheRightPlaceMayWhistle() {
        var place = town.street.value();
        for (var wrong :
                List.of(
                        town.desk("street-desk", town.otherStreet),
                        town.desk("community-desk", town.community),
                        town.desk("county-desk", Town.COUNTY))) {
            assertThat(calls.tryBlow(wrong, RUNG, place, ITEM, "k")).hasStatus(403);
        }
        assertThat(calls.tryBlow(urban, RUNG, place, ITEM, "k")).hasStatus(403);
    }

    @Test
    void whatThePlaceDoesNotKnowIsRefusedAndTheSameWhistleIsBlownOnce() {
        var place = town.street.value();
        assertThat(calls.tryBlow(street, "no-such-level", place, ITEM, "k")).hasStatus(422);
        assertThat(calls.tryBlow(street, RUNG, place, ",\"item\":\"nothing\"", "k")).hasStatus(422);
        assertThat(calls.tryBlow(street, RUNG, place, "", "k")).hasStatus(422);
        assertThat(calls.tryBlow(street, RUNG, place, ",\"reason\":\"新事\"", "k")).hasStatus(409);
        var own = ITEM + ",\"lead\":\"%s\"".formatted(town.unit("street"));
        assertThat(calls.tryBlow(street, RUNG, place, own, "k")).hasStatus(422);
        var unknown = ITEM + ",\"lead\":\"%s\"".formatted(new UUID(1, 1));
        assertThat(calls.tryBlow(street, RUNG, place, unknown, "k")).hasStatus(422);

        var key = UUID.randomUUID().toString();
        var first = calls.tryBlow(street, RUNG, place, ITEM, key);
        var again = calls.tryBlow(street, RUNG, place, ITEM, key);
        assertThat(first).hasStatus(201);
        assertThat(again).hasStatus(200);
        assertThat(calls.body(again).at("/id")).isEqualTo(calls.body(first).at("/id"));
        assertThat(calls.tryBlow(street, RUNG, town.community.value(), ITEM, key)).hasStatus(422);
    }

    @Test
    void theListAndTheDutyRulesSayWhomToCall() {
        var path = "/suggestion?rung=%s&area=%s&item=night-stalls".formatted(RUNG, town.street);
        var units = calls.body(calls.get(street, path));
        assertThat(units).hasSize(3);
        assertThat(units.at("/0/lead").asBoolean()).isTrue();
        assertThat(units.at("/0/why").asString()).contains("清单");
        assertThat(calls.get(street, "/suggestion?rung=no&area=" + town.street)).hasStatus(404);
    }

    @Test
    void twoAtOnceOneWinsAndTheOtherLearnsWhatStandsNow() throws Exception {
        for (int round = 0; round < 5; round++) {
            var id = blown();
            int version = calls.version(street, id);
            var statuses =
                    together(
                            () -> status(urban, id, "urban", "check-in", version),
                            () -> status(town.member("gas"), id, "gas", "check-in", version));
            assertThat(statuses).containsExactlyInAnyOrder(200, 412);
            var after = calls.show(street, id);
            assertThat(after.at("/version").asInt()).isEqualTo(version + 1);
            assertThat(after.at("/timeline")).hasSize(2);
        }
    }

    @Test
    void aMissIsMarkedOnceHoweverManyNodesLook() throws Exception {
        for (int i = 0; i < 10; i++) {
            blown();
        }
        clock.move(Duration.ofDays(1));
        var later = clock.instant();
        var marked = together(() -> desk.missed(later, 500), () -> desk.missed(later, 500));
        assertThat(marked.getFirst() + marked.getLast()).isGreaterThanOrEqualTo(30);
        assertThat(desk.missed(later, 500)).isZero();
        assertThat(
                        jdbc.sql(
                                        """
                                        SELECT count(*) FROM (SELECT 1 FROM whistle.step WHERE act = 'miss'
                                                               GROUP BY whistle, facts->>'unit' HAVING count(*) > 1) twice
                                        """)
                                .query(Integer.class)
                                .single())
                .isZero();
        assertThat(new WhistleChains().verify(jdbc, _ -> {}).damages()).isEmpty();
    }

    @Test
    void theResultIsSubmittedOnceWhoeverSendsItAtOnce() throws Exception {
        var id = blown();
        calls.checkIn(urban, id, town.unit("urban"));
        calls.step(urban, id, part(town.unit("urban"), "record"), "{\"text\":\"清走了\"}");
        calls.step(urban, id, part(town.unit("urban"), "sign"), "{\"revision\":1}");
        int version = calls.version(street, id);
        Callable<Integer> submit = () -> status(urban, id, "urban", "submit", version);
        assertThat(together(submit, submit)).containsExactlyInAnyOrder(200, 412);
        var stale =
                calls.tryStep(
                        urban,
                        id,
                        part(town.unit("urban"), "submit"),
                        "{\"outcome\":\"x\"}",
                        version);
        assertThat(stale).hasStatus(412);
        assertThat(calls.body(stale).at("/state").asString()).isEqualTo("RESULT_SUBMITTED");
    }

    @Test
    void listsGoPageByPageWithWhatIsDueFirstOnTop() {
        var fire = town.member("fire");
        var lead = ITEM + ",\"lead\":\"%s\"".formatted(town.unit("fire"));
        var ids = new ArrayList<String>();
        for (var more : List.of(lead, lead + ",\"emergency\":true", lead)) {
            ids.add(calls.blow(street, RUNG, town.street.value(), more).at("/id").asString());
            clock.move(Duration.ofMinutes(1));
        }
        calls.step(street, ids.get(2), "withdraw", "{\"reason\":\"吹错了\"}");
        var mine = pages(fire, "?axis=summoned&limit=1");
        mine.retainAll(ids); // other tests call it as well
        assertThat(mine).containsExactly(ids.get(1), ids.get(0), ids.get(2));
        var called = pages(street, "?axis=called&limit=2");
        assertThat(called).doesNotHaveDuplicates();
        assertThat(called.subList(0, 3)).containsExactly(ids.get(2), ids.get(1), ids.get(0));
        assertThat(pages(street, "?axis=area&limit=2")).containsAll(ids);
        var elsewhere = town.desk("street-desk", town.otherStreet);
        assertThat(pages(elsewhere, "?axis=area")).isEmpty();
        assertThat(calls.get(elsewhere, "/" + ids.getFirst())).hasStatus(404);
    }

    @Test
    void figuresCountBothSidesAndShowOveruseWithoutStoppingAnybody() {
        clock.move(Duration.ofDays(30));
        var id = blown();
        blown();
        blown();
        clock.move(Duration.ofMinutes(15));
        calls.checkIn(urban, id, town.unit("urban"));
        var figures = calls.body(calls.get(street, "/figures?from=2027-03-31&to=2027-03-31"));
        var caller = figures.at("/callers/0");
        assertThat(caller.at("/name").asString()).isEqualTo("street");
        assertThat(caller.at("/whistles").asInt()).isEqualTo(3);
        assertThat(caller.at("/most").asInt()).isEqualTo(3);
        assertThat(caller.at("/overuse").asBoolean()).isTrue();
        var unit =
                figures.at("/units").valueStream().filter(this::isUrban).findFirst().orElseThrow();
        assertThat(unit.at("/summoned").asInt()).isEqualTo(3);
        assertThat(unit.at("/onTime").asInt()).isEqualTo(1);
        assertThat(unit.at("/minutes").asDouble()).isEqualTo(15.0);
        assertThat(calls.get(street, "/figures?from=2026-01-01&to=2027-01-02")).hasStatus(422);
        var own = calls.body(calls.get(urban, "/figures?from=2027-03-31&to=2027-03-31"));
        assertThat(own.at("/units")).hasSize(1);
    }

    @Test
    void everybodyConcernedIsTold() {
        var id = blown();
        calls.step(urban, id, part(town.unit("urban"), "object"), "{\"reason\":\"不归\"}");
        consumers.drain();
        assertThat(templates(urban, id)).containsExactly("whistle-called");
        assertThat(templates(town.member("gas"), id)).containsExactly("whistle-called");
        assertThat(templates(town.desk("county-desk", Town.COUNTY), id))
                .containsExactly("whistle-objected");
        calls.checkIn(town.member("gas"), id, town.unit("gas"));
        consumers.drain();
        assertThat(templates(street, id)).containsExactly("whistle-arrived");
    }

    private boolean isUrban(JsonNode unit) {
        return unit.at("/unit").asString().equals(town.unit("urban").toString());
    }

    private List<String> templates(String token, String id) {
        var inbox =
                http.get()
                        .uri("/api/v1/" + Town.REGION + "/inbox?limit=200")
                        .header("Authorization", "Bearer " + token)
                        .exchange();
        return calls.body(inbox)
                .at("/notices")
                .valueStream()
                .filter(it -> it.at("/matter").asString().equals(id))
                .map(it -> it.at("/template").asString())
                .toList();
    }

    private String blown() {
        return calls.blow(street, RUNG, town.street.value(), ITEM).at("/id").asString();
    }

    @Test
    void whoReportsInShowsPicturesOfHisOwnThatNothingElseUses() {
        var id = blown();
        var act = part(town.unit("urban"), "check-in");
        var unknown = WhistleCalls.arrivalWith(UUID.randomUUID().toString());
        var foreign = WhistleCalls.arrivalWith(calls.picture(town.member("gas")));
        for (var arrival : List.of(unknown, foreign)) {
            var refused = calls.tryStep(urban, id, act, arrival);
            assertThat(refused).hasStatus(422);
            assertThat(calls.body(refused).at("/code").asString()).isEqualTo("attachment-unknown");
        }
        var before = calls.summons(calls.show(street, id), town.unit("urban"));
        assertThat(before.at("/state").asString()).isEqualTo("SUMMONED");
        var photo = calls.picture(urban);
        var own = WhistleCalls.arrivalWith(photo);
        assertThat(calls.tryStep(urban, id, act, own, 99)).as("a step that fails").hasStatus(412);
        assertThat(calls.tryStep(urban, id, act, own)).as("leaves its picture free").hasStatusOk();
        assertThat(calls.tryStep(urban, blown(), act, own)).as("used").hasStatus(422);
        assertThat(calls.get(street, "/" + id + "/attachments/" + photo)).hasStatusOk();
        assertThat(calls.get(street, "/" + blown() + "/attachments/" + photo)).hasStatus(404);
    }

    private List<String> pages(String token, String query) {
        var ids = new ArrayList<String>();
        var after = "";
        do {
            var page = calls.body(calls.get(token, query + after));
            StreamSupport.stream(page.at("/whistles").spliterator(), false)
                    .forEach(it -> ids.add(it.at("/id").asString()));
            after =
                    page.at("/next").asString("").isEmpty()
                            ? ""
                            : "&after=" + page.at("/next").asString();
        } while (!after.isEmpty());
        return ids;
    }

    private int status(String token, String id, String unit, String act, int version) {
        var body = act.equals("submit") ? "{\"outcome\":\"清走了\"}" : calls.arrival(token);
        return calls.tryStep(token, id, part(town.unit(unit), act), body, version)
                .getResponse()
                .getStatus();
    }

    private static List<Integer> together(Callable<Integer> one, Callable<Integer> other)
            throws Exception {
        var statuses = new ArrayList<Integer>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var result : threads.invokeAll(List.of(one, other))) {
                statuses.add(result.get());
            }
        }
        return statuses;
    }
}
