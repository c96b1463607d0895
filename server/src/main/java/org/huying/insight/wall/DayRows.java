package org.huying.insight.wall;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.huying.territory.Level;
import org.huying.territory.TerritoryCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The stored counters of a place, day by day. Never counts a matter.
@Repository
class DayRows {

    /// What one day came to.
    record Sums(long called, long closed, long late) {
        static final Sums NOTHING = new Sums(0, 0, 0);
    }

    private final JdbcClient jdbc;

    DayRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The days on which there was anything. Of a county its streets, and what lies in none yet.
    Map<LocalDate, Sums> of(TerritoryCode place, LocalDate from, LocalDate to) {
        boolean county = place.level() == Level.COUNTY;
        var days = new TreeMap<LocalDate, Sums>();
        jdbc.sql(
                        """
                        SELECT day, coalesce(sum(value) FILTER (WHERE name = 'reported'), 0)::bigint,
                               coalesce(sum(value) FILTER (WHERE name = 'closed'), 0)::bigint,
                               coalesce(sum(value) FILTER (WHERE name = 'late'), 0)::bigint
                          FROM insight.counter
                         WHERE region = :region AND digits IN (:own, :below) AND area >= :area AND area < :end
                           AND day BETWEEN :from AND :to AND name IN ('reported', 'closed', 'late')
                         GROUP BY day
                        """)
                .param("region", place.region())
                .param("own", place.level().digits())
                .param("below", county ? Level.STREET.digits() : place.level().digits())
                .param("area", place.value())
                .param("end", place.end())
                .param("from", from)
                .param("to", to)
                .query(row -> {
                    days.put(
                            row.getObject(1, LocalDate.class),
                            new Sums(row.getLong(2), row.getLong(3), row.getLong(4)));
                });
        return days;
    }
}
