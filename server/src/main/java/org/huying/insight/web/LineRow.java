package org.huying.insight.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
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
        Beside beside,
        int slot) {

    /// What stands beside the state, and when the whole should be closed.
    record Beside(
            List<String> flags,
            List<UUID> helpers,
            @Nullable UUID master,
            @Nullable Instant amber,
            @Nullable Instant wholeDue) {

        static Beside of(ResultSet row) throws SQLException {
            return new Beside(
                    words(row.getString("flags")),
                    words(row.getString("helpers")).stream().map(UUID::fromString).toList(),
                    row.getObject("master", UUID.class),
                    time(row, "amber"),
                    time(row, "whole_due"));
        }

        private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
            var at = row.getObject(column, OffsetDateTime.class);
            return at == null ? null : at.toInstant();
        }

        private static List<String> words(@Nullable String text) {
            return text == null ? List.of() : List.of(text.split(",", -1));
        }
    }

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
                Beside.of(row),
                slotted ? row.getInt("slot") : 0);
    }
}
