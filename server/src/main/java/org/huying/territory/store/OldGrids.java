package org.huying.territory.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.database.Ids;
import org.huying.database.Where;
import org.huying.territory.TerritoryCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of `territory.old_grid`.
@Repository
public class OldGrids {
    private final JdbcClient jdbc;

    public OldGrids(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What a line of work called a grid before, and the grid it is now.
    public record OldGrid(String line, String oldCode, String name, TerritoryCode grid) {}

    public record Row(UUID id, OldGrid old, LocalDate since) {}

    /// What to look for; what is missing does not matter.
    public record Filter(Optional<String> line, Optional<String> oldCode, TerritoryCode within) {}

    /// Writes them in one round trip; answers how many are new or differ from before.
    public int save(String region, List<OldGrid> grids, LocalDate since) {
        return jdbc.sql(
                        """
                        INSERT INTO territory.old_grid (region, id, line, old_code, name, grid, since)
                        SELECT :region, id, line, old_code, name, grid, :since
                          FROM unnest(:ids::uuid[], :lines::text[], :codes::text[], :names::text[], :grids::text[])
                               AS new (id, line, old_code, name, grid)
                        ON CONFLICT (region, line, old_code) DO UPDATE
                           SET name = excluded.name, grid = excluded.grid, since = excluded.since
                         WHERE (old_grid.name, old_grid.grid) IS DISTINCT FROM (excluded.name, excluded.grid)
                        """)
                .param("region", region)
                .param("since", since)
                .param("ids", grids.stream().map(_ -> Ids.next()).toArray(UUID[]::new))
                .param("lines", grids.stream().map(OldGrid::line).toArray(String[]::new))
                .param("codes", grids.stream().map(OldGrid::oldCode).toArray(String[]::new))
                .param("names", grids.stream().map(OldGrid::name).toArray(String[]::new))
                .param("grids", grids.stream().map(it -> it.grid().value()).toArray(String[]::new))
                .update();
    }

    /// A page by id.
    public List<Row> page(String region, Filter filter, Optional<UUID> after, int limit) {
        var where =
                Where.all()
                        .and("region = :region", "region", region)
                        .and("grid >= :code AND grid < :end", "code", filter.within().value())
                        .param("end", filter.within().end())
                        .andIf(filter.line(), "line = :line", "line")
                        .andIf(filter.oldCode(), "old_code = :old", "old")
                        .andIf(after, "id > :after", "after")
                        .param("limit", limit);
        return jdbc.sql(
                        """
                        SELECT id, line, old_code, name, grid, since FROM territory.old_grid WHERE
                        """
                                + where.sql()
                                + " ORDER BY id LIMIT :limit")
                .params(where.params())
                .query(OldGrids::row)
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                new OldGrid(
                        row.getString("line"),
                        row.getString("old_code"),
                        row.getString("name"),
                        TerritoryCode.of(row.getString("grid"))),
                row.getObject("since", LocalDate.class));
    }
}
