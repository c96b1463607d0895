package org.huying.org.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.huying.database.Where;
import org.huying.org.store.Rows.Coverage;
import org.huying.territory.TerritoryCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of `org.coverage`.
@Repository
public class Coverages {
    private static final String SELECT =
            """
            SELECT id, organisation, area, industry, valid_from, valid_to FROM org.coverage WHERE
            """;

    private final JdbcClient jdbc;

    public Coverages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What to look for on a day; what is missing does not matter.
    ///
    /// @param within the area lies there
    /// @param over the area is this one or lies above it
    public record Filter(
            TerritoryCode within,
            Optional<TerritoryCode> over,
            Optional<UUID> organisation,
            Optional<String> industry,
            LocalDate day) {}

    /// A page by id.
    public List<Coverage> page(Filter filter, Optional<UUID> after, int limit) {
        var where =
                Where.all()
                        .and("region = :region", "region", filter.within().region())
                        .and("valid_from <= :day", "day", filter.day())
                        .and("(valid_to IS NULL OR valid_to > :until)", "until", filter.day())
                        .and("area >= :code AND area < :end", "code", filter.within().value())
                        .param("end", filter.within().end())
                        .andIf(filter.over().map(Coverages::upwards), "area = ANY (:over)", "over")
                        .andIf(
                                filter.organisation(),
                                "organisation = :organisation",
                                "organisation")
                        .andIf(filter.industry(), "industry = :industry", "industry")
                        .andIf(after, "id > :after", "after")
                        .param("limit", limit);
        return jdbc.sql(SELECT + where.sql() + " ORDER BY id LIMIT :limit")
                .params(where.params())
                .query(Coverages::row)
                .list();
    }

    public List<Coverage> open(String region) {
        return jdbc.sql(SELECT + "region = :region AND valid_to IS NULL ORDER BY id")
                .param("region", region)
                .query(Coverages::row)
                .list();
    }

    public void add(String region, List<Coverage> rows) {
        jdbc.sql(
                        """
                        INSERT INTO org.coverage (region, id, organisation, area, industry, valid_from)
                        SELECT :region, id, organisation, area, industry, valid_from
                          FROM unnest(:ids::uuid[], :units::uuid[], :areas::text[], :industries::text[], :days::date[])
                               AS new (id, organisation, area, industry, valid_from)
                        """)
                .param("region", region)
                .param("ids", Column.ids(rows, Coverage::id))
                .param("units", Column.ids(rows, Coverage::organisation))
                .param("areas", Column.texts(rows, row -> row.area().value()))
                .param("industries", Column.maybe(rows, String[]::new, Coverage::industry))
                .param("days", Column.days(rows, row -> row.span().from()))
                .update();
    }

    /// Ends open rows.
    public void end(String region, List<UUID> ids, LocalDate day) {
        jdbc.sql(
                        """
                        UPDATE org.coverage SET valid_to = greatest(:day::date, valid_from)
                         WHERE region = :region AND id = ANY (:ids) AND valid_to IS NULL
                        """)
                .param("day", day)
                .param("region", region)
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }

    private static String[] upwards(TerritoryCode area) {
        return Stream.iterate(
                        Optional.of(area),
                        Optional::isPresent,
                        code -> code.flatMap(TerritoryCode::parent))
                .flatMap(Optional::stream)
                .map(TerritoryCode::value)
                .toArray(String[]::new);
    }

    private static Coverage row(ResultSet row, int number) throws SQLException {
        return new Coverage(
                Rows.id(row, "id"),
                Rows.id(row, "organisation"),
                Rows.area(row),
                Rows.text(row, "industry"),
                Rows.span(row));
    }
}
