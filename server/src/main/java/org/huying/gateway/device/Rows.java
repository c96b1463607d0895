package org.huying.gateway.device;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huying.territory.GeoPoint;
import org.huying.territory.TerritoryCode;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Reads rows of devices.
final class Rows {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};

    private Rows() {}

    static Device device(ResultSet row) throws SQLException {
        return new Device(
                row.getString("region"),
                row.getObject("id", UUID.class),
                row.getString("connection"),
                row.getString("key"),
                DeviceKind.of(row.getString("kind")).orElse(DeviceKind.OTHER),
                row.getString("name"),
                row.getString("place"),
                Optional.ofNullable(row.getString("area")).map(TerritoryCode::of),
                point(row),
                Optional.ofNullable(row.getString("link")),
                instant(row, "muted_till"),
                row.getString("muted_why"),
                standing(row));
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                row.getString("topic"),
                instant(row, "seen_at"),
                instant(row, "silent_at"),
                values(row.getString("reading")),
                Optional.ofNullable(row.getObject("battery", Integer.class)),
                watch(row),
                instant(row, "due_at"),
                filed(row, "matter", "matter_no"),
                instant(row, "offline_at"),
                filed(row, "lost_id", "lost_no"));
    }

    static Map<String, Object> values(String json) {
        return JSON.readValue(json, VALUES);
    }

    static String json(Map<String, Object> values) {
        return JSON.writeValueAsString(values);
    }

    static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    static Optional<Device.Filed> filed(ResultSet row, String id, String number)
            throws SQLException {
        var matter = row.getObject(id, UUID.class);
        return matter == null
                ? Optional.empty()
                : Optional.of(new Device.Filed(matter, row.getString(number)));
    }

    private static Watch watch(ResultSet row) throws SQLException {
        return new Watch(
                Watch.Phase.valueOf(row.getString("phase").toUpperCase(Locale.ROOT)),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getObject("read_at", OffsetDateTime.class).toInstant(),
                row.getObject("said_at", OffsetDateTime.class).toInstant(),
                row.getInt("repeats"));
    }

    private static Optional<GeoPoint> point(ResultSet row) throws SQLException {
        var lon = row.getObject("lon", Double.class);
        var lat = row.getObject("lat", Double.class);
        return lon == null || lat == null ? Optional.empty() : Optional.of(new GeoPoint(lon, lat));
    }
}
