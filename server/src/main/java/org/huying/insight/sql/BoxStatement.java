package org.huying.insight.sql;

import java.util.HashMap;
import java.util.List;

/// Open matters in a box, by the index over the points of open matters.
final class BoxStatement {

    private BoxStatement() {}

    static Statement of(String region, List<Cut> cuts, Box box, int limit) {
        var params = new HashMap<String, Object>();
        params.put("region", region);
        params.put("west", box.west());
        params.put("south", box.south());
        params.put("east", box.east());
        params.put("north", box.north());
        var visible = Union.anyOf(cuts, params);
        return new Statement(
                """
                SELECT %s
                  FROM insight.matter_row m
                 WHERE m.open AND m.point <@ box(point(:west, :south), point(:east, :north))
                   AND m.region = :region AND (%s)
                 LIMIT %d
                """
                        .formatted(Union.COLUMNS, visible, Union.size(limit)),
                params);
    }
}
