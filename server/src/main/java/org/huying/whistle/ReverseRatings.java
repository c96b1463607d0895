package org.huying.whistle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.calendar.WorkCalendar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What callers said of the units they called, counted straight from the stored whistles in one query.
@Repository
class ReverseRatings {

    private static final int MOST_UNITS = 500;

    /// How a time is divided.
    enum Step {
        MONTH,
        QUARTER
    }

    /// @param begins the first day of the month or quarter; empty for the whole time
    record OfUnit(UUID unit, Optional<LocalDate> begins, ReverseRating rating) {}

    private final JdbcClient jdbc;

    ReverseRatings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The units called most, the whole time of each before its parts; a whistle counts in the time it was blown in.
    List<OfUnit> of(String region, Scope scope, Period period, Step step) {
        return jdbc.sql(
                        """
                        WITH called AS (
                            SELECT s.unit, s.response, s.quality, s.solved,
                                   date_trunc(:step, w.blown_at AT TIME ZONE :zone)::date AS begins
                              FROM whistle.whistle w
                              JOIN whistle.summons s ON s.region = w.region AND s.whistle = w.id
                             WHERE w.region = :region AND w.blown_at >= :from AND w.blown_at < :to
                               AND (s.unit = ANY (:units::uuid[]) OR w.caller_unit = ANY (:units::uuid[])
                                    OR EXISTS (SELECT FROM unnest(:areas::text[]) AS a (area)
                                                WHERE w.area >= a.area AND w.area < a.area || ':'))),
                        most AS (
                            SELECT unit, row_number() OVER (ORDER BY count(*) DESC, unit) AS place
                              FROM called GROUP BY unit ORDER BY place LIMIT :limit)
                        SELECT c.unit, c.begins, count(*) AS summoned, count(c.response) AS rated,
                               coalesce(sum(c.response), 0) AS response, coalesce(sum(c.quality), 0) AS quality,
                               count(*) FILTER (WHERE c.solved) AS solved
                          FROM called c JOIN most m ON m.unit = c.unit
                         GROUP BY GROUPING SETS ((m.place, c.unit), (m.place, c.unit, c.begins))
                         ORDER BY m.place, c.begins NULLS FIRST
                        """)
                .param("step", step.name())
                .param("zone", WorkCalendar.ZONE.getId())
                .param("region", region)
                .param("from", period.from().atOffset(ZoneOffset.UTC))
                .param("to", period.to().atOffset(ZoneOffset.UTC))
                .param("units", scope.units().toArray(UUID[]::new))
                .param("areas", scope.areas().toArray(String[]::new))
                .param("limit", MOST_UNITS)
                .query((row, _) -> read(row))
                .list();
    }

    private static OfUnit read(ResultSet row) throws SQLException {
        return new OfUnit(
                row.getObject("unit", UUID.class),
                Optional.ofNullable(row.getObject("begins", LocalDate.class)),
                new ReverseRating(
                        row.getInt("summoned"),
                        row.getInt("rated"),
                        row.getLong("response"),
                        row.getLong("quality"),
                        row.getInt("solved")));
    }
}
