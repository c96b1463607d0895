package org.huying.insight.wall;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.huying.insight.feed.GridCounts;
import org.huying.matter.Flag;
import org.huying.territory.Level;
import org.huying.territory.TerritoryCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What a wall counts, each by one statement that an index leads.
@Repository
class WallRows {

    private static final LocalDate EVER = LocalDate.EPOCH;
    private static final int HOURS = 24;

    private final JdbcClient jdbc;
    private final GridCounts grids;

    WallRows(JdbcClient jdbc, GridCounts grids) {
        this.jdbc = jdbc;
        this.grids = grids;
    }

    /// Counters of the area itself and of each place directly below it, by code. `today` is the last day.
    Map<String, Sums> sums(TerritoryCode area, LocalDate from, LocalDate to) {
        var sums = new HashMap<String, Sums>();
        jdbc.sql(
                        """
                        SELECT area, name, sum(value)::bigint, coalesce(sum(value) FILTER (WHERE day = :to), 0)::bigint
                          FROM insight.counter
                         WHERE region = :region AND digits IN (:own, :below) AND area >= :area AND area < :end
                           AND day BETWEEN :from AND :to AND day <> :ever
                         GROUP BY area, name
                        """)
                .param("region", area.region())
                .param("own", area.level().digits())
                .param("below", below(area))
                .param("area", area.value())
                .param("end", area.end())
                .param("from", from)
                .param("to", to)
                .param("ever", EVER)
                .query(row -> {
                    sums.computeIfAbsent(row.getString(1), _ -> new Sums())
                            .add(row.getString(2), row.getLong(3), row.getLong(4));
                });
        if (area.level() == Level.COMMUNITY) {
            grids.each(
                    area,
                    from,
                    (grid, day, name, value) ->
                            sums.computeIfAbsent(grid, _ -> new Sums())
                                    .add(name, value, day.equals(to) ? value : 0));
        }
        return sums;
    }

    private static int below(TerritoryCode area) {
        return area.level() == Level.COUNTY ? Level.STREET.digits() : Level.COMMUNITY.digits();
    }

    /// Open matters by the place directly below in which they lie, or the area itself.
    Map<String, Standing> standing(TerritoryCode area, Instant now) {
        var standing = new HashMap<String, Standing>();
        jdbc.sql(
                        """
                        SELECT %s AS place, state, count(*), count(*) FILTER (WHERE due < :now),
                               count(*) FILTER (WHERE due >= :now AND due < 'infinity' AND amber <= :now),
                               count(*) FILTER (WHERE flags LIKE :held)
                          FROM insight.open_row
                         WHERE region = :region AND %s
                         GROUP BY place, state
                        """
                                .formatted(placeOf(area), lies(area)))
                .param("region", area.region())
                .param("area", area.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("held", "%" + Flag.SUSPENDED.key() + "%")
                .query(row -> {
                    standing.computeIfAbsent(row.getString(1), _ -> new Standing())
                            .add(
                                    row.getString(2),
                                    row.getLong(3),
                                    row.getLong(4),
                                    row.getLong(5),
                                    row.getLong(6));
                });
        return standing;
    }

    private static String placeOf(TerritoryCode area) {
        return switch (area.level()) {
            case COUNTY -> "street";
            case STREET -> "community";
            default -> "left(area, 15)";
        };
    }

    private static String lies(TerritoryCode area) {
        return switch (area.level()) {
            case COUNTY -> "region = :area";
            case STREET -> "street = :area";
            default -> "community = :area";
        };
    }

    /// How many matters were reported, or closed, in each hour of the day that began then.
    long[] hours(TerritoryCode area, boolean closed, Instant day) {
        var hours = new long[HOURS];
        jdbc.sql(
                        """
                        SELECT floor(extract(epoch FROM %1$s - :day) / 3600)::int, count(*)
                          FROM insight.matter_row
                         WHERE region = :region AND %1$s >= :day AND %2$s
                         GROUP BY 1
                        """
                                .formatted(closed ? "closed_at" : "reported_at", lies(area)))
                .param("region", area.region())
                .param("area", area.value())
                .param("day", day.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    hours[Math.clamp(row.getInt(1), 0, HOURS - 1)] += row.getLong(2);
                });
        return hours;
    }
}
