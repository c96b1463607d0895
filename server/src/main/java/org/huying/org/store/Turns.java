package org.huying.org.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.huying.org.store.Rows.Turn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of `org.roster`.
@Repository
public class Turns {
    private static final String SELECT =
            "SELECT id, team, day, shift, person, name, starts_at, ends_at FROM org.roster";

    private final JdbcClient jdbc;

    public Turns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Who is on duty at a moment.
    public List<Turn> at(String region, UUID team, Instant at) {
        return jdbc.sql(
                        SELECT
                                + """
                                 WHERE region = :region AND team = :team AND ends_at > :at AND starts_at <= :at
                                 ORDER BY starts_at, shift, name, person
                                """)
                .param("region", region)
                .param("team", team)
                .param("at", Rows.time(at))
                .query(Turns::row)
                .list();
    }

    /// The roster of the days from `from` until before `to`.
    public List<Turn> between(String region, UUID team, LocalDate from, LocalDate to) {
        return jdbc.sql(
                        SELECT
                                + """
                                 WHERE region = :region AND team = :team AND day >= :from AND day < :to
                                 ORDER BY day, starts_at, shift, name, person
                                """)
                .param("region", region)
                .param("team", team)
                .param("from", from)
                .param("to", to)
                .query(Turns::row)
                .list();
    }

    /// Puts these in the place of whatever was planned for the day.
    public void plan(String region, UUID team, LocalDate day, List<Turn> turns) {
        jdbc.sql("DELETE FROM org.roster WHERE region = :region AND team = :team AND day = :day")
                .param("region", region)
                .param("team", team)
                .param("day", day)
                .update();
        jdbc.sql(
                        """
                        INSERT INTO org.roster (region, id, team, day, shift, person, name, starts_at, ends_at)
                        SELECT :region, id, :team, :day, shift, person, name, starts_at, ends_at
                          FROM unnest(:ids::uuid[], :shifts::text[], :persons::uuid[], :names::text[],
                                      :starts::timestamptz[], :ends::timestamptz[])
                               AS new (id, shift, person, name, starts_at, ends_at)
                        """)
                .param("region", region)
                .param("team", team)
                .param("day", day)
                .param("ids", Column.ids(turns, Turn::id))
                .param("shifts", Column.texts(turns, Turn::shift))
                .param("persons", Column.ids(turns, Turn::person))
                .param("names", Column.texts(turns, Turn::name))
                .param("starts", Column.texts(turns, turn -> turn.from().toString()))
                .param("ends", Column.texts(turns, turn -> turn.until().toString()))
                .update();
    }

    private static Turn row(ResultSet row, int number) throws SQLException {
        return new Turn(
                Rows.id(row, "id"),
                Rows.id(row, "team"),
                row.getObject("day", LocalDate.class),
                row.getString("shift"),
                Rows.id(row, "person"),
                row.getString("name"),
                Rows.instant(row, "starts_at"),
                Rows.instant(row, "ends_at"));
    }
}
