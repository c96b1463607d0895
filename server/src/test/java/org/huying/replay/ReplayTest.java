package org.huying.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.huying.database.Postgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// Thousands of recorded requests, where the recordings are at hand.
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"huying.mode=replay", "huying.clock.recorded=true"})
class ReplayTest {

    private static final Path DATA = Path.of("../../shared/data");
    private static final Path RECORDS = DATA.resolve("pingshan_dev.csv");

    private final JdbcClient jdbc;
    private final Ground ground;

    @LocalServerPort private int port;

    ReplayTest(@Autowired JdbcClient jdbc, @Autowired Ground ground) {
        this.jdbc = jdbc;
        this.ground = ground;
    }

    @DynamicPropertySource
    static void catalogue(DynamicPropertyRegistry registry) {
        Postgres.into(registry);
        if (Files.isDirectory(DATA)) {
            registry.add("huying.playbook.catalogues", () -> DATA.toAbsolutePath());
        }
    }

    @BeforeEach
    void recordings() {
        assumeThat(RECORDS).as("the recordings are not at hand: " + RECORDS).exists();
    }

    @Test
    void everyRecordedRequestArrivesOnceWhereItBelongsAndAsLateAsItWas() {
        var map = Replay.map(Path.of("../maps/pingshan.yaml"));
        var records = Records.read(RECORDS, map);
        var made = ground.prepare(map, records);
        var hands = ground.hands(URI.create("http://localhost:" + port + "/"), map.place());

        var first = Replay.drive(hands, map, records, made.ids(), 8, 0);
        assertThat(first.problems()).isEmpty();
        assertThat(first.whole().all()).isEqualTo(records.size());
        assertThat(first.repeated()).isZero();
        assertThat(first.by("街道 street").values().stream().mapToInt(Totals.Count::late).sum())
                .isEqualTo(count(records, Fate.LATE));

        var second = Replay.drive(hands, map, records, made.ids(), 8, 0);
        assertThat(second.problems()).isEmpty();
        assertThat(second.repeated()).isEqualTo(records.size());
        isWhatTheFileSays();
        belongs(records);
        isAsLate(records);
        wentTheWay(records);
    }

    /// By the columns of the file alone, whatever the map makes of them.
    private void isWhatTheFileSays() {
        var all = new TreeMap<String, Long>();
        var late = new TreeMap<String, Long>();
        try (var rows =
                CSVFormat.DEFAULT
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(Files.newBufferedReader(RECORDS))) {
            for (var row : rows) {
                var code = row.get("community_code");
                all.merge(code.isEmpty() ? "440310" : code, 1L, Long::sum);
                if (row.get("status").equals("late")) {
                    var street = row.get("street_code");
                    late.merge(street.isEmpty() ? "440310" : street, 1L, Long::sum);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(all.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(3_981);
        assertThat(
                        stored(
                                "SELECT area, count(*) FROM matter.matter WHERE region = '440310' GROUP BY 1"))
                .isEqualTo(all);
        assertThat(
                        stored(
                                """
                                SELECT left(area, 9), count(*) FROM matter.matter
                                 WHERE region = '440310' AND late_stages LIKE '%HANDLE%' GROUP BY 1
                                """))
                .isEqualTo(late);
    }

    private void belongs(List<Recorded> records) {
        assertThat(
                        stored(
                                "SELECT area, count(*) FROM matter.matter WHERE region = '440310' GROUP BY 1"))
                .isEqualTo(counted(records, Recorded::area));
    }

    private void isAsLate(List<Recorded> records) {
        assertThat(
                        stored(
                                """
                                SELECT left(area, 9), count(*) FROM matter.matter
                                 WHERE region = '440310' AND late_stages LIKE '%HANDLE%' GROUP BY 1
                                """))
                .isEqualTo(
                        counted(
                                records.stream().filter(it -> it.fate() == Fate.LATE).toList(),
                                it -> it.area().substring(0, Math.min(9, it.area().length()))));
    }

    private void wentTheWay(List<Recorded> records) {
        assertThat(
                        stored(
                                "SELECT state, count(*) FROM matter.matter WHERE region = '440310' GROUP BY 1"))
                .isEqualTo(
                        Map.of(
                                "CLOSED",
                                records.size() - count(records, Fate.OPEN),
                                "IN_PROGRESS",
                                count(records, Fate.OPEN)));
        assertThat(
                        stored(
                                "SELECT channel, count(*) FROM matter.matter WHERE region = '440310' GROUP BY 1"))
                .isEqualTo(counted(records, Recorded::channel));
        assertThat(
                        stored(
                                "SELECT demand, count(*) FROM matter.matter WHERE region = '440310' GROUP BY 1"))
                .isEqualTo(counted(records, Recorded::demand));
        assertThat(units()).isEqualTo(counted(records, it -> it.unit().name()));
    }

    private static long count(List<Recorded> records, Fate fate) {
        return records.stream().filter(it -> it.fate() == fate).count();
    }

    private static Map<String, Long> counted(
            List<Recorded> records, Function<Recorded, String> by) {
        return records.stream()
                .collect(Collectors.groupingBy(by, TreeMap::new, Collectors.counting()));
    }

    private Map<String, Long> stored(String sql) {
        var counts = new TreeMap<String, Long>();
        jdbc.sql(sql)
                .query(row -> {
                    counts.put(row.getString(1), row.getLong(2));
                });
        return counts;
    }

    /// Two units of one number and two spellings stay two; two of one name and two numbers count together here.
    private Map<String, Long> units() {
        var names =
                jdbc
                        .sql("SELECT id, name FROM org.organisation WHERE region = '440310'")
                        .query((row, _) ->
                                Map.entry(row.getObject(1, UUID.class), row.getString(2)))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        var counts = new TreeMap<String, Long>();
        stored("SELECT unit::text, count(*) FROM matter.matter WHERE region = '440310' GROUP BY 1")
                .forEach((id, number) ->
                        counts.merge(
                                names.getOrDefault(UUID.fromString(id), "?"), number, Long::sum));
        return counts;
    }
}
