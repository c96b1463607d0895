package org.huying.org.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huying.database.Where;
import org.huying.org.store.Rows.Team;
import org.huying.territory.TerritoryCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of `org.team`.
@Repository
public class Teams {
    private static final String SELECT =
            """
            SELECT id, key, name, organisation, area, contact, on_board, valid_from, valid_to, version FROM org.team
            """;

    private final JdbcClient jdbc;

    public Teams(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Team> ofRegion(String region) {
        return jdbc.sql(SELECT + " WHERE region = :region ORDER BY id")
                .param("region", region)
                .query(Teams::row)
                .list();
    }

    public Optional<Team> find(String region, UUID id) {
        return jdbc.sql(SELECT + " WHERE region = :region AND id = :id")
                .param("region", region)
                .param("id", id)
                .query(Teams::row)
                .optional();
    }

    /// A page by id of the open teams within an area.
    public List<Team> page(
            TerritoryCode within, Optional<String> key, Optional<UUID> after, int limit) {
        var where =
                Where.all()
                        .and("region = :region", "region", within.region())
                        .and("area >= :code AND area < :end", "code", within.value())
                        .param("end", within.end())
                        .and("valid_to IS NULL")
                        .andIf(key, "key = :key", "key")
                        .andIf(after, "id > :after", "after")
                        .param("limit", limit);
        return jdbc.sql(SELECT + " WHERE " + where.sql() + " ORDER BY id LIMIT :limit")
                .params(where.params())
                .query(Teams::row)
                .list();
    }

    /// The teams in exactly these areas that stand on the public board on a day, by area, key and name.
    public List<Team> onBoard(String region, Collection<TerritoryCode> areas, LocalDate day) {
        return jdbc.sql(
                        SELECT
                                + """
                                 WHERE region = :region AND area = ANY (:areas) AND on_board
                                   AND valid_from <= :day AND (valid_to IS NULL OR valid_to > :day)
                                 ORDER BY area, key, name
                                """)
                .param("region", region)
                .param("areas", areas.stream().map(TerritoryCode::value).toArray(String[]::new))
                .param("day", day)
                .query(Teams::row)
                .list();
    }

    /// The teams that a person belongs to on a day.
    public List<Team> of(String region, UUID person, LocalDate day) {
        return jdbc.sql(
                        SELECT
                                + """
                                 WHERE region = :region AND valid_from <= :day AND (valid_to IS NULL OR valid_to > :day)
                                   AND id IN (SELECT m.team FROM org.team_member m
                                               WHERE m.region = :region AND m.person = :person AND m.valid_from <= :day
                                                 AND (m.valid_to IS NULL OR m.valid_to > :day))
                                 ORDER BY area, key
                                """)
                .param("region", region)
                .param("person", person)
                .param("day", day)
                .query(Teams::row)
                .list();
    }

    /// How many teams, memberships, people and sending units there are of a kind.
    public record Count(String key, int teams, int members, int persons, int homes) {}

    public List<Count> counts(TerritoryCode within, LocalDate day) {
        return jdbc.sql(
                        """
                        SELECT t.key, count(DISTINCT t.id) AS teams, count(m.id) AS members,
                               count(DISTINCT m.person) AS persons, count(DISTINCT m.home) AS homes
                          FROM org.team t
                          LEFT JOIN org.team_member m ON m.region = t.region AND m.team = t.id
                               AND m.valid_from <= :day AND (m.valid_to IS NULL OR m.valid_to > :day)
                         WHERE t.region = :region AND t.area >= :code AND t.area < :end
                           AND t.valid_from <= :day AND (t.valid_to IS NULL OR t.valid_to > :day)
                         GROUP BY t.key ORDER BY t.key
                        """)
                .param("region", within.region())
                .param("code", within.value())
                .param("end", within.end())
                .param("day", day)
                .query((row, _) ->
                        new Count(
                                row.getString("key"),
                                row.getInt("teams"),
                                row.getInt("members"),
                                row.getInt("persons"),
                                row.getInt("homes")))
                .list();
    }

    public void add(String region, List<Team> teams) {
        jdbc.sql(
                        """
                        INSERT INTO org.team (region, id, key, name, organisation, area, contact, on_board, valid_from)
                        SELECT :region, id, key, name, organisation, area, contact, on_board, valid_from
                          FROM unnest(:ids::uuid[], :keys::text[], :names::text[], :units::uuid[], :areas::text[],
                                      :contacts::text[], :boards::boolean[], :days::date[])
                               AS new (id, key, name, organisation, area, contact, on_board, valid_from)
                        """)
                .param("region", region)
                .param("ids", Column.ids(teams, Team::id))
                .param("keys", Column.texts(teams, Team::key))
                .param("names", Column.texts(teams, Team::name))
                .param("units", Column.ids(teams, Team::organisation))
                .param("areas", Column.texts(teams, team -> team.area().value()))
                .param("contacts", Column.maybe(teams, String[]::new, Team::contact))
                .param("boards", Column.flags(teams, Team::onBoard))
                .param("days", Column.days(teams, team -> team.span().from()))
                .update();
    }

    /// Counts a change of an open team up from `version`; 0 when somebody else was first.
    public int touch(String region, UUID id, long version) {
        return jdbc.sql(
                        """
                        UPDATE org.team SET version = version + 1
                         WHERE region = :region AND id = :id AND version = :version AND valid_to IS NULL
                        """)
                .param("region", region)
                .param("id", id)
                .param("version", version)
                .update();
    }

    /// Open teams of these areas are teams of the new ones, with all that belongs to them. Where two of one kind and name
    /// come together, one is told by its old code.
    public void move(String region, Map<TerritoryCode, TerritoryCode> areas) {
        var pairs = List.copyOf(areas.entrySet());
        jdbc.sql(
                        """
                        WITH moved AS (
                            SELECT t.id, m.old, m.new,
                                   row_number() OVER (PARTITION BY t.key, t.name, m.new ORDER BY t.id) > 1
                                   OR EXISTS (SELECT FROM org.team o
                                               WHERE o.region = t.region AND o.area = m.new AND o.key = t.key
                                                 AND o.name = t.name AND o.valid_to IS NULL) AS twice
                              FROM org.team t JOIN unnest(:olds::text[], :news::text[]) AS m (old, new) ON m.old = t.area
                             WHERE t.region = :region AND t.valid_to IS NULL)
                        UPDATE org.team t
                           SET area = m.new, version = t.version + 1,
                               name = CASE WHEN m.twice THEN t.name || '（' || m.old || '）' ELSE t.name END
                          FROM moved m WHERE t.region = :region AND t.id = m.id
                        """)
                .param("region", region)
                .param("olds", Column.texts(pairs, it -> it.getKey().value()))
                .param("news", Column.texts(pairs, it -> it.getValue().value()))
                .update();
    }

    /// Ends a team and the memberships in it.
    public int end(String region, UUID id, LocalDate day) {
        return jdbc.sql(
                        """
                        WITH ended AS (
                            UPDATE org.team SET valid_to = :day
                             WHERE region = :region AND id = :id AND valid_to IS NULL AND valid_from <= :day
                            RETURNING id
                        ), left_team AS (
                            UPDATE org.team_member SET valid_to = greatest(:day::date, valid_from)
                             WHERE region = :region AND team IN (SELECT id FROM ended) AND valid_to IS NULL
                        )
                        SELECT count(*) FROM ended
                        """)
                .param("day", day)
                .param("region", region)
                .param("id", id)
                .query((row, _) -> row.getInt(1))
                .single();
    }

    private static Team row(ResultSet row, int number) throws SQLException {
        return new Team(
                Rows.id(row, "id"),
                row.getString("key"),
                row.getString("name"),
                Rows.id(row, "organisation"),
                Rows.area(row),
                Rows.text(row, "contact"),
                row.getBoolean("on_board"),
                Rows.span(row),
                row.getLong("version"));
    }
}
