package org.huying.org.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.database.Ids;
import org.huying.org.OrganisationKind;
import org.huying.org.store.Rows.Body;
import org.huying.territory.TerritoryCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of `org.organisation` and what they were before.
@Repository
public class Bodies {
    private final JdbcClient jdbc;

    public Bodies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Body> ofRegion(String region) {
        return jdbc.sql(
                        """
                        SELECT id, key, name, kind, parent, anchor, valid_from, valid_to, version
                          FROM org.organisation WHERE region = :region ORDER BY key
                        """)
                .param("region", region)
                .query(Bodies::row)
                .list();
    }

    public void add(String region, List<Body> bodies) {
        jdbc.sql(
                        """
                        INSERT INTO org.organisation (region, id, key, name, kind, parent, anchor, valid_from)
                        SELECT :region, id, key, name, kind, parent, anchor, valid_from
                          FROM unnest(:ids::uuid[], :keys::text[], :names::text[], :kinds::text[], :parents::uuid[],
                                      :anchors::text[], :days::date[])
                               AS new (id, key, name, kind, parent, anchor, valid_from)
                        """)
                .param("region", region)
                .param("ids", Column.ids(bodies, Body::id))
                .param("keys", Column.texts(bodies, Body::key))
                .param("names", Column.texts(bodies, Body::name))
                .param("kinds", Column.texts(bodies, body -> body.kind().name()))
                .param("parents", Column.maybe(bodies, UUID[]::new, Body::parent))
                .param("anchors", Column.maybe(bodies, String[]::new, Bodies::anchor))
                .param("days", Column.days(bodies, body -> body.span().from()))
                .update();
    }

    /// Writes the new state of bodies and keeps their state until `day` as history; answers how many were found at the
    /// version they are given with.
    public int change(String region, List<Body> bodies, LocalDate day) {
        return jdbc.sql(
                        """
                        WITH new AS (
                            SELECT * FROM unnest(:ids::uuid[], :names::text[], :kinds::text[], :parents::uuid[],
                                                 :anchors::text[], :versions::bigint[], :history::uuid[])
                                          AS n (id, name, kind, parent, anchor, version, history)
                        ), old AS (
                            SELECT o.*, new.history FROM org.organisation o JOIN new USING (id, version)
                             WHERE o.region = :region FOR UPDATE OF o
                        ), kept AS (
                            INSERT INTO org.former_name (region, id, organisation, name, kind, parent, anchor, ended)
                            SELECT region, history, id, name, kind, parent, anchor, :day FROM old
                        )
                        UPDATE org.organisation o
                           SET name = new.name, kind = new.kind, parent = new.parent, anchor = new.anchor,
                               version = o.version + 1
                          FROM new JOIN old USING (id)
                         WHERE o.region = :region AND o.id = new.id
                        """)
                .param("region", region)
                .param("day", day)
                .param("ids", Column.ids(bodies, Body::id))
                .param("names", Column.texts(bodies, Body::name))
                .param("kinds", Column.texts(bodies, body -> body.kind().name()))
                .param("parents", Column.maybe(bodies, UUID[]::new, Body::parent))
                .param("anchors", Column.maybe(bodies, String[]::new, Bodies::anchor))
                .param("versions", bodies.stream().map(Body::version).toArray(Long[]::new))
                .param("history", Column.ids(bodies, _ -> Ids.next()))
                .update();
    }

    /// Ends a body at its version; 0 when it was changed meanwhile or has ended.
    public int end(String region, UUID id, long version, LocalDate day) {
        return jdbc.sql(
                        """
                        UPDATE org.organisation SET valid_to = :day, version = version + 1
                         WHERE region = :region AND id = :id AND version = :version AND valid_to IS NULL
                           AND valid_from <= :day
                        """)
                .param("day", day)
                .param("region", region)
                .param("id", id)
                .param("version", version)
                .update();
    }

    private static Optional<String> anchor(Body body) {
        return body.anchor().map(TerritoryCode::value);
    }

    private static Body row(ResultSet row, int number) throws SQLException {
        return new Body(
                Rows.id(row, "id"),
                row.getString("key"),
                row.getString("name"),
                OrganisationKind.valueOf(row.getString("kind")),
                Optional.ofNullable(Rows.id(row, "parent")),
                Optional.ofNullable(row.getString("anchor")).map(TerritoryCode::of),
                Rows.span(row),
                row.getLong("version"));
    }
}
