package org.huying.insight.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huying.insight.Pulses;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Sums the counters of a county's streets.
@Component
class StoredPulses implements Pulses {

    private static final LocalDate EVER = LocalDate.EPOCH;

    private final JdbcClient jdbc;
    private final Clock clock;

    StoredPulses(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Sums sums(String region, LocalDate from, LocalDate to) {
        var days = new HashMap<LocalDate, Map<String, Long>>();
        jdbc.sql(
                        """
                        SELECT day, name, sum(value)::bigint
                          FROM insight.counter
                         WHERE region = :region AND digits IN (6, 9) AND (day BETWEEN :from AND :to OR day = :ever)
                         GROUP BY day, name
                        """)
                .param("region", region)
                .param("from", from)
                .param("to", to)
                .param("ever", EVER)
                .query(row -> {
                    days.computeIfAbsent(row.getObject(1, LocalDate.class), _ -> new HashMap<>())
                            .put(row.getString(2), row.getLong(3));
                });
        var open = days.getOrDefault(EVER, Map.of()).getOrDefault("open", 0L);
        days.remove(EVER);
        return new Sums(days, open, overdue(region));
    }

    private long overdue(String region) {
        return jdbc.sql(
                        "SELECT count(*) FROM insight.open_row WHERE region = :region AND due < :now")
                .param("region", region)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    @Override
    public List<Recent> latest(String region, int most) {
        return jdbc.sql(
                        """
                        SELECT item, street, state, late, reported_at FROM insight.matter_row
                         WHERE region = :region AND NOT hidden ORDER BY reported_at DESC, id DESC LIMIT :most
                        """)
                .param("region", region)
                .param("most", most)
                .query((row, _) ->
                        new Recent(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getBoolean(4),
                                row.getObject(5, OffsetDateTime.class).toInstant()))
                .list();
    }
}
