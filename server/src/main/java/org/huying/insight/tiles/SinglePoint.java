package org.huying.insight.tiles;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;

/// One open matter as a map draws it; times as in [OpenPoints.OpenPoint].
record SinglePoint(
        UUID id,
        String number,
        String item,
        String state,
        long due,
        long amber,
        double lon,
        double lat) {

    static SinglePoint of(ResultSet row) throws SQLException {
        return new SinglePoint(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("item"),
                row.getString("state"),
                seconds(row, "due"),
                seconds(row, "amber"),
                row.getDouble("lon"),
                row.getDouble("lat"));
    }

    private static long seconds(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? Long.MAX_VALUE : time.toEpochSecond();
    }
}
