package org.huying.org.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huying.territory.TerritoryCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Posts and seats whose term comes to its end (届满).
@Repository
public class Terms {

    private final JdbcClient jdbc;

    Terms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A tenure or a membership with a term.
    ///
    /// @param what `post` or `team`
    public record Ending(
            UUID id,
            UUID person,
            String holder,
            String what,
            String key,
            String name,
            TerritoryCode area,
            LocalDate from,
            LocalDate ends) {}

    /// What is held within an area on a day and ends until another, by id after `after`.
    ///
    /// @param years the terms by key
    public List<Ending> until(
            TerritoryCode within, Map<String, Integer> years, Span days, UUID after, int limit) {
        var keys = List.copyOf(years.keySet());
        return jdbc.sql(
                        """
                        WITH seat AS (
                            SELECT t.id, t.person, t.name AS holder, 'post' AS what, p.key, p.name, p.area, t.valid_from
                              FROM org.post p JOIN org.tenure t ON t.region = p.region AND t.post = p.id
                             WHERE p.region = :region AND p.area >= :area AND p.area < :end AND p.key = ANY (:keys)
                               AND t.valid_from <= :day AND (t.valid_to IS NULL OR t.valid_to > :day)
                             UNION ALL
                            SELECT m.id, m.person, m.name, 'team', e.key, e.name, e.area, m.valid_from
                              FROM org.team e JOIN org.team_member m ON m.region = e.region AND m.team = e.id
                             WHERE e.region = :region AND e.area >= :area AND e.area < :end AND e.key = ANY (:keys)
                               AND m.valid_from <= :day AND (m.valid_to IS NULL OR m.valid_to > :day)
                        ), ending AS (
                            SELECT seat.*, (valid_from + make_interval(years => term.years))::date AS ends
                              FROM seat JOIN unnest(:keys::text[], :years::integer[]) AS term (key, years)
                                   ON term.key = seat.key)
                        SELECT * FROM ending WHERE ends <= :until AND id > :after ORDER BY id LIMIT :limit
                        """)
                .param("region", within.region())
                .param("area", within.value())
                .param("end", within.end())
                .param("keys", keys.toArray(String[]::new))
                .param("years", keys.stream().map(years::get).toArray(Integer[]::new))
                .param("day", days.day())
                .param("until", days.until())
                .param("after", after)
                .param("limit", limit)
                .query(Terms::row)
                .list();
    }

    private static Ending row(ResultSet row, int number) throws SQLException {
        return new Ending(
                Rows.id(row, "id"),
                Rows.id(row, "person"),
                row.getString("holder"),
                row.getString("what"),
                row.getString("key"),
                row.getString("name"),
                Rows.area(row),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("ends", LocalDate.class));
    }

    /// Held on a day, ending until another.
    public record Span(LocalDate day, LocalDate until) {}
}
