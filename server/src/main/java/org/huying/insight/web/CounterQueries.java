package org.huying.insight.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.huying.insight.sql.Cut;
import org.huying.territory.Level;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads counters: by street for the whole county, with the county itself for matters whose place is
/// not known yet; by community below a street.
@Component
class CounterQueries {

    private static final LocalDate EVER = LocalDate.EPOCH;

    private record Sum(String area, String name, long value) {}

    private final JdbcClient jdbc;
    private final Naming naming;
    private final Clock clock;

    CounterQueries(JdbcClient jdbc, Naming naming, Clock clock) {
        this.jdbc = jdbc;
        this.naming = naming;
        this.clock = clock;
    }

    CounterTable read(String region, List<Cut> cuts, LocalDate from, LocalDate to) {
        var now = clock.instant();
        var counts = new TreeMap<String, Map<String, Long>>();
        sums(region, cuts, from, to)
                .forEach(sum ->
                        counts.computeIfAbsent(sum.area(), _ -> new TreeMap<>())
                                .put(sum.name(), sum.value()));
        var overdue =
                overdue(region, cuts, now).stream()
                        .collect(Collectors.toMap(Sum::area, Sum::value, Long::sum));
        var areas = new TreeSet<>(counts.keySet());
        areas.addAll(overdue.keySet());
        var places = new ArrayList<CounterTable.Place>();
        for (var area : areas) {
            var scopes = Scopes.of(counts.getOrDefault(area, Map.of()));
            places.add(
                    new CounterTable.Place(
                            area,
                            naming.areaName(area, now, now),
                            scopes.full(),
                            scopes.assessed(),
                            scopes.open(),
                            overdue.getOrDefault(area, 0L)));
        }
        return new CounterTable(from, to, places);
    }

    private List<Sum> sums(String region, List<Cut> cuts, LocalDate from, LocalDate to) {
        var params = new HashMap<String, Object>();
        params.put("region", region);
        params.put("from", from);
        params.put("to", to);
        params.put("ever", EVER);
        return jdbc.sql(
                        """
                        SELECT area, name, sum(value)::bigint AS value
                          FROM insight.counter
                         WHERE region = :region AND (day BETWEEN :from AND :to OR day = :ever) AND (%s)
                         GROUP BY area, name
                        HAVING sum(value) <> 0
                        """
                                .formatted(
                                        places(
                                                cuts,
                                                "digits IN (6, 9)",
                                                "digits = 12 AND area",
                                                params)))
                .params(params)
                .query((row, _) -> new Sum(row.getString(1), row.getString(2), row.getLong(3)))
                .list();
    }

    /// Time passes without events, so what is overdue is counted when asked; the index holds all it needs.
    private List<Sum> overdue(String region, List<Cut> cuts, Instant now) {
        boolean streets = cuts.stream().anyMatch(cut -> cut.area().isEmpty());
        var column = streets ? "street" : "community";
        var params = new HashMap<String, Object>();
        params.put("region", region);
        params.put("now", now.atOffset(java.time.ZoneOffset.UTC));
        return jdbc.sql(
                        """
                        SELECT %1$s, count(*)
                          FROM insight.open_row
                         WHERE region = :region AND due < :now AND (%2$s)
                         GROUP BY %1$s
                        """
                                .formatted(column, places(cuts, "TRUE", "community", params)))
                .params(params)
                .query((row, _) -> new Sum(row.getString(1), "overdue", row.getLong(2)))
                .list();
    }

    private static String places(
            List<Cut> cuts, String whole, String below, Map<String, Object> params) {
        var conditions = new ArrayList<String>();
        for (var cut : cuts) {
            if (cut.area().isEmpty()) {
                conditions.add(whole);
            } else {
                int i = conditions.size();
                var area = cut.area().get();
                conditions.add(
                        "%1$s >= :area%2$d AND %3$s < :end%2$d".formatted(below, i, last(below)));
                params.put("area" + i, area.value());
                params.put("end" + i, area.end());
            }
        }
        return String.join(" OR ", conditions);
    }

    private static String last(String condition) {
        return condition.substring(condition.lastIndexOf(' ') + 1);
    }

    /// Counters stand at streets and communities and for no unit.
    static boolean counted(Cut cut) {
        return cut.unit().isEmpty()
                && cut.area().map(a -> a.level().digits() <= Level.COMMUNITY.digits()).orElse(true);
    }
}
