package org.huying.org.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.huying.territory.TerritoryCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// People who hold posts or seats in more than one body on a day (交叉任职), or such as may not go together.
@Repository
public class CrossSeats {

    private final JdbcClient jdbc;

    CrossSeats(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// One post or seat of such a person.
    ///
    /// @param what `post` or `team`
    /// @param key of the post or team in the playbook
    public record Seat(
            UUID person,
            String holder,
            String what,
            String key,
            String name,
            UUID organisation,
            TerritoryCode area,
            LocalDate from) {}

    /// Two kinds of posts or teams that may not go together.
    public record Barred(String one, String other) {}

    /// All seats of at most so many people who hold some within an area, after the person `after`.
    public List<Seat> within(
            TerritoryCode within, LocalDate day, UUID after, int people, List<Barred> barred) {
        return jdbc.sql(
                        """
                        WITH seat AS (
                            SELECT t.person, t.name AS holder, 'post' AS what, p.key, p.name, p.organisation, p.area, t.valid_from
                              FROM org.tenure t JOIN org.post p ON p.region = t.region AND p.id = t.post
                             WHERE t.region = :region AND t.valid_from <= :day AND (t.valid_to IS NULL OR t.valid_to > :day)
                               AND p.valid_from <= :day AND (p.valid_to IS NULL OR p.valid_to > :day)
                             UNION ALL
                            SELECT m.person, m.name, 'team', e.key, e.name, e.organisation, e.area, m.valid_from
                              FROM org.team_member m JOIN org.team e ON e.region = m.region AND e.id = m.team
                             WHERE m.region = :region AND m.valid_from <= :day AND (m.valid_to IS NULL OR m.valid_to > :day)
                               AND e.valid_from <= :day AND (e.valid_to IS NULL OR e.valid_to > :day)
                        ), crossing AS (
                            SELECT person FROM seat WHERE person > :after GROUP BY person
                            HAVING bool_or(area >= :area AND area < :end)
                               AND (count(DISTINCT organisation) > 1
                                    OR EXISTS (SELECT FROM unnest(:ones::text[], :others::text[]) AS barred (one, other)
                                                WHERE one = ANY (array_agg(key)) AND other = ANY (array_agg(key))))
                             ORDER BY person LIMIT :people
                        )
                        SELECT seat.* FROM seat JOIN crossing USING (person)
                         ORDER BY person, valid_from, organisation, seat.name
                        """)
                .param("region", within.region())
                .param("day", day)
                .param("after", after)
                .param("area", within.value())
                .param("end", within.end())
                .param("people", people)
                .param("ones", barred.stream().map(Barred::one).toArray(String[]::new))
                .param("others", barred.stream().map(Barred::other).toArray(String[]::new))
                .query(CrossSeats::row)
                .list();
    }

    /// What these people hold, from a day on: what has not ended by then.
    public List<Seat> heldBy(String region, Collection<UUID> people, LocalDate day) {
        return jdbc.sql(
                        """
                        SELECT t.person, t.name AS holder, 'post' AS what, p.key, p.name, p.organisation, p.area, t.valid_from
                          FROM org.tenure t JOIN org.post p ON p.region = t.region AND p.id = t.post
                         WHERE t.region = :region AND t.person = ANY (:people)
                           AND (t.valid_to IS NULL OR t.valid_to > greatest(:day::date, t.valid_from))
                           AND (p.valid_to IS NULL OR p.valid_to > :day)
                         UNION ALL
                        SELECT m.person, m.name, 'team', e.key, e.name, e.organisation, e.area, m.valid_from
                          FROM org.team_member m JOIN org.team e ON e.region = m.region AND e.id = m.team
                         WHERE m.region = :region AND m.person = ANY (:people)
                           AND (m.valid_to IS NULL OR m.valid_to > greatest(:day::date, m.valid_from))
                           AND (e.valid_to IS NULL OR e.valid_to > :day)
                         ORDER BY person, valid_from, organisation, name
                        """)
                .param("region", region)
                .param("people", people.stream().distinct().toArray(UUID[]::new))
                .param("day", day)
                .query(CrossSeats::row)
                .list();
    }

    private static Seat row(ResultSet row, int number) throws SQLException {
        return new Seat(
                row.getObject("person", UUID.class),
                row.getString("holder"),
                row.getString("what"),
                row.getString("key"),
                row.getString("name"),
                row.getObject("organisation", UUID.class),
                Rows.area(row),
                row.getObject("valid_from", LocalDate.class));
    }
}
