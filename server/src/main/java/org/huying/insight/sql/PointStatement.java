package org.huying.insight.sql;

import java.util.HashMap;
import java.util.List;

/// Single open matters in a box as a map draws them, by the index over the points of open matters.
public final class PointStatement {

    private PointStatement() {}

    public static Statement of(String region, List<Cut> cuts, Box box, int most) {
        var params = new HashMap<String, Object>();
        params.put("region", region);
        params.put("west", box.west());
        params.put("south", box.south());
        params.put("east", box.east());
        params.put("north", box.north());
        params.put("most", most);
        var visible = Union.anyOf(cuts, params);
        return new Statement(
                """
                SELECT m.id, m.number, m.item, m.state, m.due, m.amber, m.point[0] AS lon, m.point[1] AS lat
                  FROM insight.matter_row m
                 WHERE m.open AND m.point <@ box(point(:west, :south), point(:east, :north))
                   AND m.region = :region AND (%s)
                 LIMIT :most
                """
                        .formatted(visible),
                params);
    }
}
