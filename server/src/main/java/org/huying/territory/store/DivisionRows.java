package org.huying.territory.store;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.huying.database.Ids;
import org.huying.territory.Kind;
import org.huying.territory.divisions.Division;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Adds divisions in bulk.
@Repository
public class DivisionRows {
    private final JdbcClient jdbc;

    public DivisionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public record Added(String region, UUID id, int level) {}

    /// Adds those whose code was never used; answers the new ones.
    public List<Added> add(List<Division> batch, LocalDate from) {
        return jdbc.sql(
                        """
                        INSERT INTO territory.node (region, id, code, kind, name, level, valid_from)
                        SELECT left(rpad(new.code, 6, '0'), 6), new.id, new.code, :kind, new.name, length(new.code), :from
                          FROM unnest(:ids::uuid[], :codes::text[], :names::text[]) AS new (id, code, name)
                         WHERE NOT EXISTS (SELECT 1 FROM territory.node old
                                            WHERE old.region = left(rpad(new.code, 6, '0'), 6) AND old.code = new.code)
                        ON CONFLICT DO NOTHING
                        RETURNING region, id, level
                        """)
                .param("kind", Kind.DIVISION.name())
                .param("from", from)
                .param("ids", batch.stream().map(_ -> Ids.next()).toArray(UUID[]::new))
                .param(
                        "codes",
                        batch.stream().map(one -> one.code().value()).toArray(String[]::new))
                .param("names", batch.stream().map(Division::name).toArray(String[]::new))
                .query((row, _) ->
                        new Added(
                                row.getString("region"),
                                row.getObject("id", UUID.class),
                                row.getInt("level")))
                .list();
    }
}
