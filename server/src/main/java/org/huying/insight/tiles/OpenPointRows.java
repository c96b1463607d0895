package org.huying.insight.tiles;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.huying.insight.tiles.OpenPoints.OpenPoint;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads all open matters of a region that have a place.
@Repository
class OpenPointRows {

    private final JdbcClient jdbc;

    OpenPointRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    OpenPoints of(String region) {
        var involved = involved(region);
        var areas = new HashMap<String, String>();
        var lone = new HashMap<UUID, List<UUID>>();
        var points = new ArrayList<OpenPoint>();
        jdbc.sql(
                        """
                        SELECT id, point[0] AS lon, point[1] AS lat, unit, area,
                               CASE WHEN due < 'infinity' THEN extract(epoch FROM due)::bigint END AS due,
                               extract(epoch FROM amber)::bigint AS amber
                          FROM insight.open_row
                         WHERE region = :region AND point IS NOT NULL
                        """)
                .param("region", region)
                .query(row -> {
                    var area = row.getString("area");
                    points.add(
                            OpenPoint.at(
                                    row.getDouble("lon"),
                                    row.getDouble("lat"),
                                    seconds(row, "due"),
                                    seconds(row, "amber"),
                                    areas.computeIfAbsent(area, it -> it),
                                    units(row, involved, lone)));
                });
        return new OpenPoints(points);
    }

    private static List<UUID> units(
            ResultSet row, Map<UUID, List<UUID>> involved, Map<UUID, List<UUID>> lone)
            throws SQLException {
        var unit = Optional.ofNullable(row.getObject("unit", UUID.class));
        var others = involved.get(row.getObject("id", UUID.class));
        if (others != null) {
            return Stream.concat(others.stream(), unit.stream()).toList();
        }
        return unit.map(it -> lone.computeIfAbsent(it, List::of)).orElse(List.of());
    }

    private static long seconds(ResultSet row, String column) throws SQLException {
        long seconds = row.getLong(column);
        return row.wasNull() ? Long.MAX_VALUE : seconds;
    }

    private Map<UUID, List<UUID>> involved(String region) {
        var involved = new HashMap<UUID, List<UUID>>();
        jdbc.sql(
                        """
                        SELECT a.id, a.unit
                          FROM insight.open_row o JOIN insight.aside_row a ON a.region = o.region AND a.id = o.id
                         WHERE o.region = :region AND a.flag = 'involved'
                        """)
                .param("region", region)
                .query(row -> {
                    involved.computeIfAbsent(row.getObject(1, UUID.class), _ -> new ArrayList<>())
                            .add(row.getObject(2, UUID.class));
                });
        return involved;
    }
}
