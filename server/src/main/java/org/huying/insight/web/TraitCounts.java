package org.huying.insight.web;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huying.calendar.WorkCalendar;
import org.huying.insight.sql.Cut;
import org.huying.playbook.Text;
import org.huying.problem.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Counts the lines of a span of days by what they are about, when asked: one grouped statement.
@Component
class TraitCounts {

    private final JdbcClient jdbc;

    TraitCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Where and when to count. Both days are inclusive.
    record Span(String region, List<Cut> cuts, LocalDate from, LocalDate to) {}

    TraitTable read(Trait trait, Span span, Map<String, Text> words, Language language) {
        var params = new HashMap<String, Object>();
        params.put("region", span.region());
        params.put("from", start(span.from()));
        params.put("to", start(span.to().plusDays(1)));
        var kinds =
                jdbc.sql(
                                """
                                SELECT %1$s AS key, count(*) AS reported, count(*) FILTER (WHERE state = 'MERGED') AS merged,
                                       count(*) FILTER (WHERE state = 'CLOSED') AS closed, count(*) FILTER (WHERE open) AS open
                                  FROM insight.matter_row
                                 WHERE region = :region AND reported_at >= :from AND reported_at < :to AND (%2$s)
                                 GROUP BY %1$s ORDER BY count(*) DESC, %1$s
                                """
                                        .formatted(trait.column(), places(span.cuts(), params)))
                        .params(params)
                        .query((row, _) ->
                                new TraitTable.Kind(
                                        row.getString("key"),
                                        name(row.getString("key"), words, language),
                                        row.getLong("reported"),
                                        row.getLong("merged"),
                                        row.getLong("closed"),
                                        row.getLong("open")))
                        .list();
        return new TraitTable(span.from(), span.to(), kinds);
    }

    /// Words that the playbook no longer knows keep their key as name.
    private static String name(String key, Map<String, Text> words, Language language) {
        var name = words.getOrDefault(key, new Text(key, key));
        return language.pick(name.zh(), name.en());
    }

    private static OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(WorkCalendar.ZONE).toOffsetDateTime();
    }

    private static String places(List<Cut> cuts, Map<String, Object> params) {
        var conditions = new ArrayList<String>();
        for (var cut : cuts) {
            int i = conditions.size();
            conditions.add(
                    cut.area()
                            .map(area -> {
                                params.put("area" + i, area.value());
                                params.put("end" + i, area.end());
                                return "area >= :area%1$d AND area < :end%1$d".formatted(i);
                            })
                            .orElse("TRUE"));
        }
        return String.join(" OR ", conditions);
    }
}
