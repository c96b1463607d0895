package org.huying.insight.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A line as it is stored, before names are added.
record LineRow(
        UUID id,
        int version,
        String number,
        String title,
        String state,
        String item,
        String channel,
        String area,
        @Nullable UUID unit,
        @Nullable Instant due,
        boolean late,
        Instant reportedAt,
        MatterLine.@Nullable Point point,
        int slot) {

    static LineRow of(ResultSet row, boolean slotted) throws SQLException {
        var due = row.getObject("due", OffsetDateTime.class);
        double lon = row.getDouble("lon");
        boolean placed = !row.wasNull();
        return new LineRow(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getString("number"),
                row.getString("title"),
                row.getString("state"),
                row.getString("item"),
                row.getString("channel"),
                row.getString("area"),
                row.getObject("unit", UUID.class),
                due == null || due.equals(OffsetDateTime.MAX) ? null : due.toInstant(),
                row.getBoolean("late"),
                row.getObject("reported_at", OffsetDateTime.class).toInstant(),
                placed ? new MatterLine.Point(lon, row.getDouble("lat")) : null,
                slotted ? row.getInt("slot") : 0);
    }
}
