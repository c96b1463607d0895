package org.huying.insight.burst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huying.calendar.WorkCalendar;
import org.huying.playbook.BurstRules;
import org.huying.territory.TerritoryCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Which bursts the simple rule finds among recorded requests of one district, and how many alerts are false. The
/// reference: counts of a community, a sub type and a day that are improbable under that pair's own rate on all other
/// days. Prints the table of docs/repeats.md.
class RecordedBurstsTest {

    /// One cell in a million by chance: about as many as there are cells.
    private static final double IMPROBABLE = 1e-6;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private record Figures(int alerts, int right, int bursts) {
        double precision() {
            return (double) right / alerts;
        }

        double recall() {
            return (double) right / bursts;
        }
    }

    private final Map<BurstKey, Integer> counts = new HashMap<>();
    private final Map<String, Integer> pairs = new HashMap<>();
    private long days;

    @BeforeEach
    void read() throws IOException {
        var file =
                Stream.of("../shared/data", "../../shared/data")
                        .map(it -> Path.of(it, "pingshan_dev.csv"))
                        .filter(Files::exists)
                        .findFirst();
        assumeTrue(file.isPresent(), "The recorded requests are not here: pingshan_dev.csv");
        var rules = new BurstRules(2, "community", Duration.ofDays(1));
        var times = new TreeMap<Instant, String>();
        for (var line : Files.readAllLines(file.get()).stream().skip(1).toList()) {
            var cells = line.split(",", -1);
            var at = LocalDateTime.parse(cells[1], TIME).atZone(WorkCalendar.ZONE).toInstant();
            times.put(at, cells[0]);
            if (cells[5].matches("\\d{12}")) {
                BurstKey.of("ps-" + cells[9], TerritoryCode.of(cells[5]), at, rules)
                        .ifPresent(key -> {
                            counts.merge(key, 1, Integer::sum);
                            pairs.merge(pair(key), 1, Integer::sum);
                        });
            }
        }
        days = Duration.between(times.firstKey(), times.lastKey()).toDays() + 1;
    }

    @Test
    void fiveInACommunityAndADayFindMostBurstsWithFewFalseAlarms() {
        System.out.printf("%d requests, %d cells, %d days%n", total(), counts.size(), days);
        System.out.println(
                "| count | alerts | bursts ≥ 3 found | precision | recall | bursts ≥ 4 found | precision | recall |");
        for (int count = 2; count <= 10; count++) {
            var three = figures(count, 3);
            var four = figures(count, 4);
            System.out.printf(
                    "| %d | %d | %d of %d | %.3f | %.3f | %d of %d | %.3f | %.3f |%n",
                    count,
                    three.alerts(),
                    three.right(),
                    three.bursts(),
                    three.precision(),
                    three.recall(),
                    four.right(),
                    four.bursts(),
                    four.precision(),
                    four.recall());
        }
        var bursts = bursts(4);
        counts.entrySet().stream()
                .filter(it -> it.getValue() >= 5)
                .sorted(Map.Entry.<BurstKey, Integer>comparingByValue().reversed())
                .forEach(it -> print(it.getKey(), it.getValue(), bursts.contains(it.getKey())));
        var chosen = figures(5, 4);
        assertThat(chosen.precision()).isGreaterThan(0.9);
        assertThat(chosen.recall()).isGreaterThan(0.8);
        assertThat(chosen.alerts() - chosen.right()).isLessThan(5);
    }

    private static void print(BurstKey key, int count, boolean right) {
        System.out.printf(
                "%s %s %s %d %s%n",
                key.start().atZone(WorkCalendar.ZONE).toLocalDate(),
                key.area().value(),
                key.item(),
                count,
                right ? "burst" : "false alarm");
    }

    private Figures figures(int count, int least) {
        var alerts = cells(count);
        var bursts = bursts(least);
        var right = new HashSet<>(alerts);
        right.retainAll(bursts);
        return new Figures(alerts.size(), right.size(), bursts.size());
    }

    private Set<BurstKey> cells(int count) {
        return counts.entrySet().stream()
                .filter(it -> it.getValue() >= count)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private Set<BurstKey> bursts(int least) {
        return cells(least).stream()
                .filter(key -> tail(counts.getOrDefault(key, 0), rate(key)) < IMPROBABLE)
                .collect(Collectors.toSet());
    }

    /// A day of the pair without the day that is judged; half an occurrence where there is no other.
    private double rate(BurstKey key) {
        int others = pairs.getOrDefault(pair(key), 0) - counts.getOrDefault(key, 0);
        return Math.max(0.5, others) / (days - 1);
    }

    /// The probability of `count` or more at this rate.
    private static double tail(int count, double rate) {
        double term = Math.exp(-rate);
        for (int i = 1; i <= count; i++) {
            term *= rate / i;
        }
        double sum = 0;
        for (int i = count; i < count + 200; i++) {
            sum += term;
            term *= rate / (i + 1);
        }
        return sum;
    }

    private int total() {
        return pairs.values().stream().mapToInt(it -> it).sum();
    }

    private static String pair(BurstKey key) {
        return key.area().value() + "/" + key.item();
    }
}
