package org.huying.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huying.file.Staff.NEXT;
import static org.huying.file.Staff.TOWN;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.huying.Api;
import org.huying.Town;
import org.huying.calendar.WorkCalendar;
import org.huying.database.Postgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// What old lists of matters hold: days that were never meant, the same numbers in every town, and today's beside what
/// people report meanwhile.
@SpringBootTest(properties = "huying.access.second-factor=false")
@AutoConfigureMockMvc
@org.springframework.context.annotation.Import({Postgres.class, Town.class, Api.class, Desk.class})
@Timeout(180)
class MatterFileEdgeTest {

    private static final String HEADING = "原系统编号,上报时间,标题,内容,区划代码,来路\n";

    @Autowired Town town;
    @Autowired Api api;
    @Autowired Desk desk;
    @Autowired StoredImports stored;
    @Autowired ImportRun run;
    @Autowired JdbcClient jdbc;

    private String token = "";
    private String prefix = "";

    @BeforeEach
    void town() {
        town.ready();
        token = town.token("county-desk", Optional.empty());
        prefix = UUID.randomUUID().toString().substring(0, 8);
    }

    private String row(String number, String when, String area) {
        return row(number, when, area, "");
    }

    private String row(String number, String when, String area, String channel) {
        return "%s-%s,%s,路灯不亮,荆河路口的路灯不亮,%s,%s\n".formatted(prefix, number, when, area, channel);
    }

    @Test
    void aDayThatTheCalendarDoesNotReachIsAFaultOfItsRowAlone() {
        var days =
                List.of(
                        "1900-01-01",
                        "9999-12-31",
                        "1991-12-31 23:59",
                        "2206-01-05",
                        "-999999999-01-01T00:00+18:00",
                        "+999999999-12-31T23:59:59Z");
        var rows =
                IntStream.range(0, days.size())
                        .mapToObj(it -> row("bad" + it, days.get(it), TOWN))
                        .collect(Collectors.joining());
        var text =
                HEADING + row("1", "1992-01-01 00:00", TOWN) + rows + row("2", "2026-01-31", TOWN);
        var sent = desk.sent(token, "matters", text);
        var preview = api.body(api.get(token, "/files/imports/" + id(sent) + "/preview"));
        assertThat(preview.path("faults")).hasSize(days.size());
        var done = desk.taken(token, sent, "partial");
        assertThat(done.path("state").asString()).isEqualTo("done");
        assertThat(done.path("added").asInt()).isEqualTo(2);
        var faults =
                api.body(api.get(token, "/files/imports/" + id(sent) + "/faults")).path("items");
        assertThat(faults).hasSize(days.size());
        for (var fault : faults) {
            assertThat(fault.path("column").asString()).isEqualTo("reported_at");
            assertThat(fault.path("code").asString()).isEqualTo("out-of-range");
        }
        var all = desk.taken(token, desk.sent(token, "matters", text), "all");
        assertThat(all.path("state").asString()).isEqualTo("refused");
        assertThat(all.path("refused").asInt()).isEqualTo(days.size());
    }

    @Test
    void theSameNumberOfAnotherTownOrChannelIsAnotherReport() {
        var text =
                HEADING
                        + row("1", "2026-01-31 08:30", TOWN)
                        + row("1", "2026-01-31 08:30", NEXT)
                        + row("1", "2026-01-31 08:30", "")
                        + row("1", "2026-01-31 08:30", TOWN, "hotline-12345")
                        + row("1", "2026-01-31 08:30", TOWN);
        var done = desk.taken(token, desk.sent(token, "matters", text), "partial");
        assertThat(counts(done)).containsExactly(4, 1);
        var again = desk.taken(token, desk.sent(token, "matters", text), "partial");
        assertThat(counts(again)).containsExactly(0, 5);
    }

    @Test
    void whatCameInBeforeTownsWereToldApartIsKnownAgain() {
        var first = row("1", "2026-01-31 08:30", TOWN);
        desk.taken(token, desk.sent(token, "matters", HEADING + first), "partial");
        var former =
                UUID.nameUUIDFromBytes(
                        "import %s %s-1"
                                .formatted(Town.REGION, prefix)
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        int stood =
                jdbc.sql("UPDATE matter.matter SET request_key = :key WHERE source = :source")
                        .param("key", former)
                        .param("source", prefix + "-1")
                        .update();
        assertThat(stood).isEqualTo(1);
        var text = HEADING + first + row("1", "2026-02-01 09:00", NEXT);
        var done = desk.taken(token, desk.sent(token, "matters", text), "partial");
        assertThat(counts(done)).containsExactly(1, 1);
    }

    /// Whoever reports while a whole list of today's is written neither waits for it nor shares a number with it.
    @Test
    void numbersStayUniqueWhateverBecomesOfAWholeList() throws Exception {
        var today = LocalDate.now(WorkCalendar.ZONE) + " 00:00";
        var rows =
                IntStream.range(0, 1_100)
                        .mapToObj(it -> row("n" + it, today, TOWN))
                        .collect(Collectors.joining());
        var sent = desk.sent(token, "matters", HEADING + rows);
        var file = new Import.Id(Town.REGION, UUID.fromString(id(sent)));
        assertThat(stored.start(file, Import.Mode.ALL)).isTrue();
        var turns = new AtomicInteger();
        var ended =
                CompletableFuture.supplyAsync(() ->
                        run.run(
                                file.instance(),
                                () -> {
                                    if (turns.incrementAndGet()
                                            == 6) { // 3 parts are checked, 2 written
                                        reported(60);
                                        cancelled(sent);
                                    }
                                    return false;
                                }));
        assertThat(ended.get(90, TimeUnit.SECONDS)).isTrue();
        assertThat(turns).hasValue(6);
        assertThat(desk.counted(sent)).containsExactly("cancelled", "0", "0");
        reported(60);
        int many =
                jdbc.sql(
                                "SELECT count(DISTINCT number) FROM matter.matter WHERE region = :region AND title = :title")
                        .param("region", Town.REGION)
                        .param("title", prefix)
                        .query(Integer.class)
                        .single();
        assertThat(many).isEqualTo(120);
    }

    private void reported(int many) {
        aside(() -> {
            for (int i = 0; i < many; i++) {
                api.report(token, prefix);
            }
        });
    }

    private void cancelled(JsonNode file) {
        aside(() ->
                assertThat(api.post(token, "/files/imports/" + id(file) + "/cancel", "{}"))
                        .hasStatusOk());
    }

    /// On a thread of its own, as every request is: it has no part in the transaction of the import. A pool that forks
    /// would run it on the thread that waits for it.
    private static void aside(Runnable act) {
        try {
            CompletableFuture.runAsync(act, Thread::startVirtualThread).get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Integer> counts(JsonNode done) {
        return List.of(done.path("added").asInt(), done.path("known").asInt());
    }

    private static String id(JsonNode file) {
        return file.path("id").asString();
    }
}
