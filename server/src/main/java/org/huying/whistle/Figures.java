package org.huying.whistle;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Counts over a period, straight from the stored whistles; one grouped query for each side.
@Repository
class Figures {

    private static final int MOST = 500;

    /// @param most the most whistles of this caller within the playbook's window, inside the period
    record OfCaller(
            Optional<UUID> unit,
            String node,
            int whistles,
            int emergencies,
            int withdrawn,
            int most) {}

    record OfUnit(
            UUID unit,
            int summoned,
            int leading,
            int arrived,
            int onTime,
            Optional<BigDecimal> minutes,
            int missed,
            int objected,
            int upheld,
            Rated rated) {}

    /// What callers said of a unit.
    record Rated(
            int times, Optional<BigDecimal> response, Optional<BigDecimal> quality, int solved) {}

    private final JdbcClient jdbc;

    Figures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<OfCaller> callers(String region, Scope scope, Period period, Duration window) {
        return scoped(
                        """
                        SELECT k.unit, k.node, count(*) AS whistles, count(*) FILTER (WHERE k.emergency) AS emergencies,
                               count(*) FILTER (WHERE k.state = 'WITHDRAWN') AS withdrawn, max(k.near) AS most
                          FROM (SELECT w.caller_unit AS unit, w.caller_node AS node, w.emergency, w.state,
                                       count(*) OVER (PARTITION BY w.caller_unit, w.caller_node ORDER BY w.blown_at
                                            RANGE BETWEEN make_interval(secs => :window) PRECEDING AND CURRENT ROW) AS near
                                  FROM whistle.whistle w
                                 WHERE w.region = :region AND w.blown_at >= :from AND w.blown_at < :to
                                   AND (w.caller_unit = ANY (:units::uuid[])
                                        OR EXISTS (SELECT FROM unnest(:areas::text[]) AS a (area)
                                                    WHERE w.area >= a.area AND w.area < a.area || ':'))) k
                         GROUP BY k.unit, k.node ORDER BY count(*) DESC, k.node, k.unit LIMIT :limit
                        """,
                        region,
                        scope,
                        period)
                .param("window", (double) window.toSeconds())
                .query((row, _) ->
                        new OfCaller(
                                Optional.ofNullable(row.getObject("unit", UUID.class)),
                                row.getString("node"),
                                row.getInt("whistles"),
                                row.getInt("emergencies"),
                                row.getInt("withdrawn"),
                                row.getInt("most")))
                .list();
    }

    List<OfUnit> units(String region, Scope scope, Period period) {
        return scoped(
                        """
                        SELECT s.unit, count(*) AS summoned, count(*) FILTER (WHERE s.lead) AS leading,
                               count(s.arrived_at) AS arrived, count(*) FILTER (WHERE NOT s.late) AS on_time,
                               round(avg(extract(epoch FROM s.arrived_at - s.since)) / 60, 1) AS minutes,
                               count(s.missed_at) AS missed, count(s.objected_at) AS objected,
                               count(*) FILTER (WHERE s.upheld) AS upheld, count(s.response) AS rated,
                               round(avg(s.response), 2) AS response, round(avg(s.quality), 2) AS quality,
                               count(*) FILTER (WHERE s.solved) AS solved
                          FROM whistle.whistle w JOIN whistle.summons s ON s.region = w.region AND s.whistle = w.id
                         WHERE w.region = :region AND w.blown_at >= :from AND w.blown_at < :to
                           AND (s.unit = ANY (:units::uuid[]) OR w.caller_unit = ANY (:units::uuid[])
                                OR EXISTS (SELECT FROM unnest(:areas::text[]) AS a (area)
                                            WHERE w.area >= a.area AND w.area < a.area || ':'))
                         GROUP BY s.unit ORDER BY count(*) DESC, s.unit LIMIT :limit
                        """,
                        region,
                        scope,
                        period)
                .query((row, _) ->
                        new OfUnit(
                                row.getObject("unit", UUID.class),
                                row.getInt("summoned"),
                                row.getInt("leading"),
                                row.getInt("arrived"),
                                row.getInt("on_time"),
                                Optional.ofNullable(row.getBigDecimal("minutes")),
                                row.getInt("missed"),
                                row.getInt("objected"),
                                row.getInt("upheld"),
                                new Rated(
                                        row.getInt("rated"),
                                        Optional.ofNullable(row.getBigDecimal("response")),
                                        Optional.ofNullable(row.getBigDecimal("quality")),
                                        row.getInt("solved"))))
                .list();
    }

    private JdbcClient.StatementSpec scoped(String sql, String region, Scope scope, Period period) {
        return jdbc.sql(sql)
                .param("region", region)
                .param("from", period.from().atOffset(ZoneOffset.UTC))
                .param("to", period.to().atOffset(ZoneOffset.UTC))
                .param("units", scope.units().toArray(UUID[]::new))
                .param("areas", scope.areas().toArray(String[]::new))
                .param("limit", MOST);
    }
}
