package org.huying.bench;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The figures of one bench in the order they were added; numbers are rounded to what they can mean.
final class Figures {
    private static final double EXACT = 100;

    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    Figures with(String key, @Nullable Object value) {
        values.put(
                key,
                switch (value) {
                    case null -> null;
                    case Double number -> rounded(number);
                    case Figures inner -> inner.values;
                    default -> value;
                });
        return this;
    }

    /// All of another's.
    Figures with(Figures others) {
        values.putAll(others.values);
        return this;
    }

    /// Everything that was measured of these calls.
    Figures with(Load.Outcome outcome) {
        var all = outcome.tally().all();
        return with("requests_per_s", outcome.callsPerSecond())
                .with("http_p50_ms", all.millis(0.50))
                .with("http_p95_ms", all.millis(0.95))
                .with("http_p99_ms", all.millis(0.99))
                .with("errors", outcome.tally().errors());
    }

    /// Processor time for each of `count`, in microseconds.
    Figures with(Processors used, long count) {
        double each = 1e6 / Math.max(1, count);
        return with(
                "cpu_us_per_request",
                new Figures()
                        .with("server", used.server() * each)
                        .with("compiler", used.compiler() * each)
                        .with("database", used.database() * each)
                        .with("load", used.load() * each));
    }

    /// What each statement took of the processors where the database worked alone.
    Figures withAlone(Load.Outcome outcome, Processors used) {
        double each = 1e6 / Math.max(1, outcome.tally().all().count());
        return with(
                "db_limit_cpu_us_per_statement",
                new Figures()
                        .with("database", used.database() * each)
                        .with("load", used.load() * each));
    }

    String json() {
        return JsonMapper.builder().build().writeValueAsString(values);
    }

    String table() {
        var text = new StringBuilder();
        table(text, "", values);
        return text.toString();
    }

    private static void table(StringBuilder text, String indent, Map<?, ?> values) {
        values.forEach((key, value) -> {
            if (value instanceof Map<?, ?> inner) {
                text.append(indent).append(key).append('\n');
                table(text, indent + "    ", inner);
            } else {
                text.append(
                        String.format(
                                Locale.ROOT,
                                "%-32s %s%n",
                                indent + key,
                                value == null ? "-" : value));
            }
        });
    }

    private static double rounded(double number) {
        double exact = Math.abs(number) >= EXACT ? 1 : Math.abs(number) >= 1 ? 100 : 10_000;
        return Math.round(number * exact) / exact;
    }
}
