package org.huying.task;

import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.territory.TerritoryCode;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;

/// What was given and done in a period, counted from the stored tasks.
@Repository
class TaskFigures {

    /// Tasks of one kind.
    ///
    /// @param done handed in, whether checked yet or not
    /// @param inTime of those, the ones in time
    /// @param counted checked where they must be
    /// @param overdue not done although their time is over
    /// @param figure the sum of what was counted with them
    record OfKind(
            String kind,
            String name,
            long given,
            long done,
            long inTime,
            long counted,
            long overdue,
            long ended,
            long figure,
            long score) {}

    /// What one person has done.
    ///
    /// @param matters how many matters it served
    record OfPerson(
            UUID person,
            String name,
            long counted,
            long inTime,
            long matters,
            long figure,
            long score) {}

    /// What was done in one of the places below.
    record OfPlace(String area, long given, long counted, long figure, long score) {}

    /// From a moment until another, within a place, of one team or of all.
    record Period(
            Instant from, Instant until, Instant now, TerritoryCode within, Optional<UUID> team) {

        MapSqlParameterSource params() {
            return new MapSqlParameterSource("region", within.region())
                    .addValue("from", TaskRow.at(from))
                    .addValue("until", TaskRow.at(until))
                    .addValue("now", TaskRow.at(now))
                    .addValue("area", within.value())
                    .addValue("end", within.end())
                    .addValue("team", team.orElse(null), Types.OTHER);
        }
    }

    private static final String FROM =
            """
              FROM task.task t
             WHERE t.region = :region AND t.given_at >= :from AND t.given_at < :until AND t.area >= :area AND t.area < :end
               AND (:team::uuid IS NULL OR t.team = :team::uuid)
            """;

    private final NamedParameterJdbcTemplate jdbc;

    TaskFigures(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    List<OfKind> kinds(Period period) {
        return jdbc.query(
                """
                SELECT t.kind, max(t.name) AS name, count(*) AS given,
                       count(*) FILTER (WHERE t.state IN ('DONE', 'COUNTED')) AS done,
                       count(*) FILTER (WHERE t.state IN ('DONE', 'COUNTED') AND NOT t.late) AS in_time,
                       count(*) FILTER (WHERE t.state = 'COUNTED') AS counted,
                       count(*) FILTER (WHERE t.state = 'OPEN' AND t.due_at < :now) AS overdue,
                       count(*) FILTER (WHERE t.state = 'ENDED') AS ended,
                       coalesce(sum(t.figure) FILTER (WHERE t.state = 'COUNTED'), 0) AS figure,
                       coalesce(sum(t.score), 0) AS score
                """
                        + FROM
                        + " GROUP BY t.kind ORDER BY t.kind",
                period.params(),
                (row, _) ->
                        new OfKind(
                                row.getString("kind"),
                                row.getString("name"),
                                row.getLong("given"),
                                row.getLong("done"),
                                row.getLong("in_time"),
                                row.getLong("counted"),
                                row.getLong("overdue"),
                                row.getLong("ended"),
                                row.getLong("figure"),
                                row.getLong("score")));
    }

    /// Those with the highest score first, at most so many.
    List<OfPerson> persons(Period period, int most) {
        return jdbc.query(
                """
                SELECT t.done_by, max(t.done_name) AS name, count(*) AS counted,
                       count(*) FILTER (WHERE NOT t.late) AS in_time, count(DISTINCT t.matter) AS matters,
                       coalesce(sum(t.figure), 0) AS figure, coalesce(sum(t.score), 0) AS score
                """
                        + FROM
                        + """
                           AND t.state = 'COUNTED'
                         GROUP BY t.done_by ORDER BY score DESC, t.done_by LIMIT :most
                        """,
                period.params().addValue("most", most),
                (row, _) ->
                        new OfPerson(
                                row.getObject("done_by", UUID.class),
                                row.getString("name"),
                                row.getLong("counted"),
                                row.getLong("in_time"),
                                row.getLong("matters"),
                                row.getLong("figure"),
                                row.getLong("score")));
    }

    /// The places of the next level below, by code; what was given above them counts with what it was given to.
    List<OfPlace> places(Period period, int digits) {
        return jdbc.query(
                """
                SELECT left(t.area, :digits) AS area, count(*) AS given,
                       count(*) FILTER (WHERE t.state = 'COUNTED') AS counted,
                       coalesce(sum(t.figure) FILTER (WHERE t.state = 'COUNTED'), 0) AS figure,
                       coalesce(sum(t.score), 0) AS score
                """
                        + FROM
                        + " GROUP BY 1 ORDER BY 1 LIMIT 1000",
                period.params().addValue("digits", digits),
                (row, _) ->
                        new OfPlace(
                                row.getString("area"),
                                row.getLong("given"),
                                row.getLong("counted"),
                                row.getLong("figure"),
                                row.getLong("score")));
    }
}
