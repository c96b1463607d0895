package org.huying.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import org.huying.access.Caller;
import org.huying.access.MovableClock;
import org.huying.calendar.WorkCalendar;
import org.huying.database.Postgres;
import org.huying.eventlog.Consumers;
import org.huying.insight.ReadModel;
import org.huying.matter.NewMatter;
import org.huying.matter.OpenDesk;
import org.huying.task.OpenTasks;
import org.huying.territory.TerritoryCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A place works its own methods: its real divisions, its playbook, the people the playbook names, and a clock that the
/// test moves. What was published is compared with what is counted in the stored matters, never with what was sent in.
@SpringBootTest(properties = "huying.access.second-factor=false")
@AutoConfigureMockMvc
@Import({
    Postgres.class,
    MethodsTest.Time.class,
    OpenDesk.class,
    OpenDesk.Clocks.class,
    OpenTasks.class,
    Ground.class,
    People.class,
    Settling.class,
    Bulk.class
})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MethodsTest {

    /// A clock that stands on Monday, 2 March 2026, 9 o'clock, until it is moved.
    @TestConfiguration(proxyBeanMethods = false)
    static class Time {
        @Bean
        @Primary
        MovableClock moving() {
            return new MovableClock(Instant.parse("2026-03-02T01:00:00Z"));
        }
    }

    @Autowired Settling settling;
    @Autowired OpenDesk desk;
    @Autowired OpenTasks tasks;
    @Autowired Bulk bulk;
    @Autowired MovableClock clock;
    @Autowired ReadModel lists;
    @Autowired Consumers consumers;
    @Autowired JdbcClient jdbc;
    @Autowired MockMvcTester http;
    @Autowired JsonMapper json;

    final Expected expected;
    private final String code;
    private final Ground.Part part;
    private Optional<Settled> settled = Optional.empty();
    private int guests = 1_000_000;

    /// @param playbook the key of the place's playbook
    MethodsTest(String playbook, String code, Ground.Part part) {
        this.expected = Expected.of(playbook);
        this.code = code;
        this.part = part;
    }

    /// What follows from events is asked of the stored facts, so nothing need read along.
    @BeforeAll
    void settle() {
        consumers.stop();
        settled = Optional.of(settling.settle(code, part));
    }

    Settled town() {
        return settled.orElseThrow();
    }

    String region() {
        return town().region();
    }

    Story reported(Caller by, String channel, String item, TerritoryCode at) {
        return reported(by, channel, item, at, Optional.empty());
    }

    /// On behalf of somebody who left a phone.
    Story askedFor(Caller by, String channel, String item, TerritoryCode at) {
        return reported(by, channel, item, at, Optional.of("1380%07d".formatted(guests++)));
    }

    private Story reported(
            Caller by, String channel, String item, TerritoryCode at, Optional<String> phone) {
        var name = town().playbook().item(item).orElseThrow().name().zh();
        var report =
                new NewMatter(
                        region(),
                        channel,
                        "unstated",
                        name,
                        name + "，请来看看",
                        "",
                        Optional.of(item),
                        Optional.of(at),
                        Optional.empty(),
                        new NewMatter.Contact(Optional.empty(), phone),
                        List.of(),
                        Optional.empty(),
                        false,
                        Map.of(),
                        Optional.empty());
        return new Story(town(), desk, desk.report(report, by));
    }

    /// So many stories, reported one after another.
    List<Story> many(int count, IntFunction<Story> report) {
        var stories = new ArrayList<Story>(count);
        bulk.inTurn(count, i -> stories.add(report.apply(i)));
        return stories;
    }

    void later(int hours) {
        clock.move(Duration.ofHours(hours));
    }

    /// So many hours pass, and the clock of the story rings if it is due.
    void ring(Story story, int hours) {
        later(hours);
        desk.rung(story.matter());
        story.afterwards();
    }

    /// How the matters of the place stand by class, item, channel or demand, as its command centre sees them.
    JsonNode kind(String trait, String key) {
        var table = get(town().desk(town().county()), "/counters/by/" + trait + "?" + days());
        for (var kind : table.at("/kinds")) {
            if (kind.at("/key").asString().equals(key)) {
                return kind;
            }
        }
        throw new AssertionError("Nothing is counted for " + key + ": " + table);
    }

    /// The counters of each street.
    JsonNode streets() {
        return get(town().desk(town().county()), "/counters?" + days()).at("/places");
    }

    /// Brings lists and counters up to the stored matters.
    void counted() {
        jdbc.sql("ANALYZE matter.matter, matter.step").update();
        lists.rebuild(region());
    }

    String days() {
        var today = LocalDate.ofInstant(clock.instant(), WorkCalendar.ZONE);
        return "from=" + today.minusDays(300) + "&to=" + today;
    }

    /// How many stored matters of the place there are of which this holds.
    long stored(String condition) {
        return jdbc.sql(
                        "SELECT count(*) FROM matter.matter m WHERE region = :region AND "
                                + condition)
                .param("region", region())
                .query(Long.class)
                .single();
    }

    JsonNode get(Caller by, String path) {
        var result =
                http.get()
                        .uri("/api/v1/" + region() + path)
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + town().token(by))
                        .exchange();
        assertThat(result).as(path).hasStatusOk();
        return body(result);
    }

    MvcTestResult post(Caller by, String path, Optional<Integer> version, String body) {
        var request =
                http.post()
                        .uri("/api/v1/" + region() + path)
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + town().token(by))
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body);
        version.ifPresent(it -> request.header(HttpHeaders.IF_MATCH, "\"" + it + "\""));
        return request.exchange();
    }

    JsonNode body(MvcTestResult result) {
        return json.readTree(result.getResponse().getContentAsByteArray());
    }
}
