package org.huying.territory.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.huying.territory.Kind;
import org.huying.territory.Node;
import org.huying.territory.TerritoryCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of `territory.node`.
@Repository
public class Nodes {
    private static final String COLUMNS =
            "id, code, kind, name, valid_from, valid_to, generated, households, residents, outline";

    private final JdbcClient jdbc;

    public Nodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Every version of every node of a region, by code and time.
    public List<NodeRow> ofRegion(String region) {
        return jdbc.sql(
                        "SELECT "
                                + COLUMNS
                                + " FROM territory.node WHERE region = :region ORDER BY code, valid_from")
                .param("region", region)
                .query(Nodes::row)
                .list();
    }

    /// Every version of the provinces, cities and counties of the country.
    public List<NodeRow> upper() {
        return jdbc.sql(
                        "SELECT "
                                + COLUMNS
                                + " FROM territory.node WHERE level <= 6 ORDER BY code, valid_from")
                .query(Nodes::row)
                .list();
    }

    /// The open rows of these codes.
    public List<NodeRow> open(String region, Collection<TerritoryCode> codes) {
        return jdbc.sql(
                        "SELECT "
                                + COLUMNS
                                + """
                                 FROM territory.node
                                WHERE region = :region AND code = ANY (:codes) AND valid_to IS NULL ORDER BY code
                                """)
                .param("region", region)
                .param("codes", texts(codes))
                .query(Nodes::row)
                .list();
    }

    /// The open rows at and below a code.
    public List<NodeRow> openWithin(String region, TerritoryCode code) {
        return jdbc.sql(
                        "SELECT "
                                + COLUMNS
                                + """
                                 FROM territory.node
                                WHERE region = :region AND code >= :code AND code < :end AND valid_to IS NULL
                                ORDER BY code
                                """)
                .param("region", region)
                .param("code", code.value())
                .param("end", code.end())
                .query(Nodes::row)
                .list();
    }

    /// The version of a code that was valid on the day.
    public Optional<NodeRow> on(TerritoryCode code, LocalDate day) {
        return jdbc.sql(
                        "SELECT "
                                + COLUMNS
                                + """
                                 FROM territory.node
                                WHERE region = :region AND code = :code AND valid_from <= :day
                                  AND (valid_to IS NULL OR valid_to > :day)
                                """)
                .param("region", regionOf(code))
                .param("code", code.value())
                .param("day", day)
                .query(Nodes::row)
                .optional();
    }

    /// Which of these codes were ever used.
    public List<String> everUsed(String region, Collection<TerritoryCode> codes) {
        return jdbc.sql(
                        """
                        SELECT DISTINCT code FROM territory.node WHERE region = :region AND code = ANY (:codes)
                        """)
                .param("region", region)
                .param("codes", texts(codes))
                .query((row, _) -> row.getString(1))
                .list();
    }

    /// The highest code ever used directly below `parent`, of this many digits.
    public Optional<String> lastBelow(TerritoryCode parent, int digits) {
        return jdbc.sql(
                        """
                        SELECT code FROM territory.node
                         WHERE region = :region AND code > :code AND code < :end AND level = :digits
                         ORDER BY code DESC LIMIT 1
                        """)
                .param("region", parent.region())
                .param("code", parent.value())
                .param("end", parent.end())
                .param("digits", digits)
                .query((row, _) -> row.getString(1))
                .optional();
    }

    /// Adds rows in one round trip.
    public void add(List<NodeRow> rows) {
        jdbc.sql(
                        """
                        INSERT INTO territory.node (region, id, code, kind, name, level, valid_from, valid_to, generated,
                                                    households, residents, outline)
                        SELECT left(rpad(code, 6, '0'), 6), id, code, kind, name, length(code), valid_from, NULL,
                               generated, households, residents, outline
                          FROM unnest(:ids::uuid[], :codes::text[], :kinds::text[], :names::text[], :days::date[],
                                      :generated::boolean[], :households::int[], :residents::int[], :outlines::bytea[])
                               AS new (id, code, kind, name, valid_from, generated, households, residents, outline)
                        """)
                .param("ids", column(rows, UUID[]::new, NodeRow::id))
                .param("codes", column(rows, String[]::new, row -> row.code().value()))
                .param("kinds", column(rows, String[]::new, row -> row.kind().name()))
                .param("names", column(rows, String[]::new, row -> row.node().name()))
                .param(
                        "days",
                        column(rows, String[]::new, row -> row.node().validFrom().toString()))
                .param("generated", column(rows, Boolean[]::new, row -> row.node().generated()))
                .param(
                        "households",
                        optional(rows, new Integer[rows.size()], r -> r.sizes().households()))
                .param(
                        "residents",
                        optional(rows, new Integer[rows.size()], r -> r.sizes().residents()))
                .param(
                        "outlines",
                        optional(
                                rows,
                                new byte[rows.size()][],
                                r -> r.outline().map(Outlines::bytes)))
                .update();
    }

    /// Ends open rows with the day before `day`; answers how many there were.
    public int end(String region, Collection<UUID> ids, LocalDate day) {
        return jdbc.sql(
                        """
                        UPDATE territory.node SET valid_to = :day
                         WHERE region = :region AND id = ANY (:ids) AND valid_to IS NULL AND valid_from <= :day
                        """)
                .param("day", day)
                .param("region", region)
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }

    /// Gives a node the outline it did not have yet, with its sizes.
    public void complete(String region, NodeRow row) {
        jdbc.sql(
                        """
                        UPDATE territory.node
                           SET outline = :outline, households = coalesce(:households, households),
                               residents = coalesce(:residents, residents)
                         WHERE region = :region AND id = :id
                        """)
                .param("outline", row.outline().map(Outlines::bytes).orElse(null))
                .param("households", row.sizes().households().orElse(null))
                .param("residents", row.sizes().residents().orElse(null))
                .param("region", region)
                .param("id", row.id())
                .update();
    }

    static String regionOf(TerritoryCode code) {
        return (code.value() + "0000").substring(0, 6);
    }

    static String[] texts(Collection<TerritoryCode> codes) {
        return codes.stream().map(TerritoryCode::value).toArray(String[]::new);
    }

    private static <T> T[] column(
            List<NodeRow> rows, IntFunction<T[]> array, Function<NodeRow, T> value) {
        return rows.stream().map(value).toArray(array);
    }

    /// Fills the array, which is all null, with what is there.
    private static <T> @Nullable T[] optional(
            List<NodeRow> rows, @Nullable T[] column, Function<NodeRow, Optional<T>> value) {
        for (int i = 0; i < column.length; i++) {
            column[i] = value.apply(rows.get(i)).orElse(null);
        }
        return column;
    }

    private static NodeRow row(ResultSet row, int number) throws SQLException {
        var node =
                new Node(
                        TerritoryCode.of(row.getString("code")),
                        Kind.valueOf(row.getString("kind")),
                        row.getString("name"),
                        row.getObject("valid_from", LocalDate.class),
                        Optional.ofNullable(row.getObject("valid_to", LocalDate.class)),
                        row.getBoolean("generated"));
        var sizes =
                new NodeRow.Sizes(
                        Optional.ofNullable(row.getObject("households", Integer.class)),
                        Optional.ofNullable(row.getObject("residents", Integer.class)));
        return new NodeRow(
                row.getObject("id", UUID.class),
                node,
                sizes,
                Optional.ofNullable(row.getBytes("outline")).map(Outlines::geometry));
    }
}
