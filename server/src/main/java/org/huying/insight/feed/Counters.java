package org.huying.insight.feed;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The stored counters.
@Component
class Counters {

    private final JdbcClient jdbc;

    Counters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(String region, Tally tally) {
        var deltas = tally.values();
        if (deltas.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        INSERT INTO insight.counter AS c (region, digits, area, day, name, value)
                        SELECT :region, length(area), area, day, name, value
                          FROM unnest(:areas::text[], :days::date[], :names::text[], :values::bigint[])
                               AS t(area, day, name, value)
                        ON CONFLICT (region, digits, area, day, name) DO UPDATE SET value = c.value + excluded.value
                        """)
                .param("region", region)
                .param("areas", column(deltas, e -> e.getKey().area()))
                .param("days", column(deltas, e -> e.getKey().day().toString()))
                .param("names", column(deltas, e -> e.getKey().name()))
                .param("values", column(deltas, e -> e.getValue().toString()))
                .update();
    }

    Tally stored(String region) {
        var tally = new Tally();
        jdbc.sql(
                        """
                        SELECT area, day, name, value FROM insight.counter
                         WHERE region = :region AND value <> 0
                        """)
                .param("region", region)
                .query(row -> {
                    var key =
                            new CounterKey(
                                    row.getString("area"),
                                    row.getObject("day", LocalDate.class),
                                    row.getString("name"));
                    tally.add(key, row.getLong("value"));
                });
        return tally;
    }

    private static String[] column(
            Map<CounterKey, Long> deltas, Function<Map.Entry<CounterKey, Long>, String> value) {
        return deltas.entrySet().stream().map(value).toArray(String[]::new);
    }
}
