package org.huying.whistle;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;

/// Pages of whistles, each read by one statement.
@Repository
class WhistleLists {

    /// A place in a list: what follows it is wanted.
    record Place(long rank, UUID id) {
        static final Place NEWEST = new Place(0, new UUID(-1, -1));
        static final Place FIRST = new Place(Long.MIN_VALUE, new UUID(0, 0));
    }

    /// A line with its place; `unit` in lists of what was called.
    record Line(Whistle whistle, Optional<UUID> unit, Place place) {}

    private static final String CALLED =
            WhistleSql.SELECT_OF
                    + """
                    (SELECT m.* FROM (
                        SELECT DISTINCT k.id FROM (
                            SELECT l.id FROM unnest(:units::uuid[]) AS u (unit)
                             CROSS JOIN LATERAL (SELECT c.id FROM whistle.whistle c
                                                  WHERE c.region = :region AND c.caller_unit = u.unit AND c.id < :id
                                                  ORDER BY c.id DESC LIMIT :limit) l
                             UNION ALL
                            SELECT l.id FROM unnest(:nodes::text[]) AS n (node)
                             CROSS JOIN LATERAL (SELECT c.id FROM whistle.whistle c
                                                  WHERE c.region = :region AND c.caller_node = n.node AND c.id < :id
                                                  ORDER BY c.id DESC LIMIT :limit) l) k
                         ORDER BY k.id DESC LIMIT :limit) f
                       JOIN whistle.whistle m ON m.region = :region AND m.id = f.id) w
                     ORDER BY w.id DESC
                    """;

    private static final String AREA =
            WhistleSql.SELECT_OF
                    + """
                    (SELECT m.* FROM whistle.whistle m
                      WHERE m.region = :region AND m.id < :id
                        AND EXISTS (SELECT FROM unnest(:areas::text[]) AS a (area)
                                     WHERE m.area >= a.area AND m.area < a.area || ':')
                      ORDER BY m.id DESC LIMIT :limit) w
                     ORDER BY w.id DESC
                    """;

    private static final String SUMMONED =
            """
            SELECT w.*, k.unit AS mine, k.rank AS rank,
                   (SELECT json_agg(s ORDER BY s.lead DESC, s.since, s.unit) FROM whistle.summons s
                     WHERE s.region = w.region AND s.whistle = w.id) AS summons
              FROM (SELECT l.* FROM unnest(:units::uuid[]) AS u (unit)
                     CROSS JOIN LATERAL (SELECT s.unit, s.rank, s.whistle FROM whistle.summons s
                                          WHERE s.region = :region AND s.unit = u.unit
                                            AND (s.rank, s.whistle) > (:rank, :id)
                                          ORDER BY s.rank, s.whistle LIMIT :limit) l
                     ORDER BY l.rank, l.whistle LIMIT :limit) k
              JOIN whistle.whistle w ON w.region = :region AND w.id = k.whistle
             ORDER BY k.rank, k.whistle
            """;

    private final NamedParameterJdbcTemplate jdbc;

    WhistleLists(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// Blown by these units or desks, newest first.
    List<Line> called(String region, Scope scope, Place after, int limit) {
        return newest(CALLED, region, scope, after, limit);
    }

    /// In these areas, newest first.
    List<Line> within(String region, Scope scope, Place after, int limit) {
        return newest(AREA, region, scope, after, limit);
    }

    /// For which these units were called: open ones first by the time they must be there, then what is over.
    List<Line> summoned(String region, Scope scope, Place after, int limit) {
        return jdbc.query(
                SUMMONED,
                params(region, scope, after, limit),
                (row, number) -> {
                    var whistle = WhistleRow.read(row, number);
                    return new Line(
                            whistle,
                            Optional.of(row.getObject("mine", UUID.class)),
                            new Place(row.getLong("rank"), whistle.id().value()));
                });
    }

    private List<Line> newest(String sql, String region, Scope scope, Place after, int limit) {
        return jdbc.query(
                sql,
                params(region, scope, after, limit),
                (row, number) -> {
                    var whistle = WhistleRow.read(row, number);
                    return new Line(whistle, Optional.empty(), new Place(0, whistle.id().value()));
                });
    }

    private static MapSqlParameterSource params(
            String region, Scope scope, Place after, int limit) {
        return new MapSqlParameterSource("region", region)
                .addValue("areas", scope.areas().toArray(String[]::new))
                .addValue("nodes", scope.nodes().toArray(String[]::new))
                .addValue("units", scope.units().toArray(UUID[]::new))
                .addValue("rank", after.rank())
                .addValue("id", after.id())
                .addValue("limit", limit);
    }
}
