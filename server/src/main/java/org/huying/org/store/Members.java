package org.huying.org.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.org.store.Rows.Member;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of `org.team_member`.
@Repository
public class Members {
    private static final String SELECT =
            "SELECT id, team, person, name, roles, lead, home, valid_from, valid_to FROM org.team_member";
    private static final String SEPARATOR = ",";

    private final JdbcClient jdbc;

    public Members(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// All who lead or have led a team.
    public List<Member> leads(String region) {
        return jdbc.sql(SELECT + " WHERE region = :region AND lead ORDER BY valid_from, id")
                .param("region", region)
                .query(Members::row)
                .list();
    }

    /// The open memberships of a region.
    public List<Member> open(String region) {
        return jdbc.sql(SELECT + " WHERE region = :region AND valid_to IS NULL ORDER BY id")
                .param("region", region)
                .query(Members::row)
                .list();
    }

    /// Who belongs to these teams on a day, the lead first.
    public List<Member> of(String region, Collection<UUID> teams, LocalDate day) {
        return jdbc.sql(
                        SELECT
                                + """
                                 WHERE region = :region AND team = ANY (:teams)
                                   AND valid_from <= :day AND (valid_to IS NULL OR valid_to > :day)
                                 ORDER BY lead DESC, valid_from, id
                                """)
                .param("region", region)
                .param("teams", teams.toArray(UUID[]::new))
                .param("day", day)
                .query(Members::row)
                .list();
    }

    public void add(String region, List<Member> members) {
        jdbc.sql(
                        """
                        INSERT INTO org.team_member (region, id, team, person, name, roles, lead, home, valid_from)
                        SELECT :region, id, team, person, name, string_to_array(roles, ','), lead, home, valid_from
                          FROM unnest(:ids::uuid[], :teams::uuid[], :persons::uuid[], :names::text[], :roles::text[],
                                      :leads::boolean[], :homes::uuid[], :days::date[])
                               AS new (id, team, person, name, roles, lead, home, valid_from)
                        """)
                .param("region", region)
                .param("ids", Column.ids(members, Member::id))
                .param("teams", Column.ids(members, Member::team))
                .param("persons", Column.ids(members, Member::person))
                .param("names", Column.texts(members, Member::name))
                .param("roles", Column.texts(members, one -> String.join(SEPARATOR, one.roles())))
                .param("leads", Column.flags(members, Member::lead))
                .param("homes", Column.maybe(members, UUID[]::new, Member::home))
                .param("days", Column.days(members, one -> one.span().from()))
                .update();
    }

    /// Ends open memberships; answers how many there were.
    public int end(String region, Collection<UUID> ids, LocalDate day) {
        return jdbc.sql(
                        """
                        UPDATE org.team_member SET valid_to = greatest(:day::date, valid_from)
                         WHERE region = :region AND id = ANY (:ids) AND valid_to IS NULL
                        """)
                .param("day", day)
                .param("region", region)
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }

    private static Member row(ResultSet row, int number) throws SQLException {
        return new Member(
                Rows.id(row, "id"),
                Rows.id(row, "team"),
                Rows.id(row, "person"),
                row.getString("name"),
                List.of((String[]) row.getArray("roles").getArray()),
                row.getBoolean("lead"),
                Optional.ofNullable(row.getObject("home", UUID.class)),
                Rows.span(row));
    }
}
