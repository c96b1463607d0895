package org.huying.gateway.device;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huying.database.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What was told of devices; added to and never changed.
@Repository
class Alarms {

    private static final Duration HOUR = Duration.ofHours(1);

    private final JdbcClient jdbc;

    Alarms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What was told.
    ///
    /// @param turn `raised`, `repeated`, `cleared`, `lost`, `found`, `muted` or `unmuted`
    /// @param opened a matter was opened for it
    record Told(
            String turn,
            Instant at,
            Map<String, Object> values,
            Optional<Device.Filed> matter,
            boolean opened) {}

    void add(Device device, Told told, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO gateway.device_alarm
                               (region, id, device, connection, turn, at, told_at, reading, matter, matter_no, opened)
                        VALUES (:region, :id, :device, :connection, :turn, :at, :now, :reading::jsonb, :matter, :number,
                                :opened)
                        """)
                .param("region", device.region())
                .param("id", Ids.next())
                .param("device", device.id())
                .param("connection", device.connection())
                .param("turn", told.turn())
                .param("at", told.at().atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("reading", Rows.json(told.values()))
                .param("matter", told.matter().map(Device.Filed::id).orElse(null))
                .param("number", told.matter().map(Device.Filed::number).orElse(null))
                .param("opened", told.opened())
                .update();
    }

    /// Whether the devices of a connection have opened as many matters within an hour as they may: by alarms, or by falling
    /// silent. Each has its own hour, so that many that are lost at once keep no alarm waiting.
    boolean full(Device device, boolean lost, int most, Instant now) {
        return jdbc.sql(
                                """
                                SELECT count(*) FROM (
                                       SELECT FROM gateway.device_alarm
                                        WHERE region = :region AND connection = :connection AND opened
                                          AND told_at > :since
                                          AND (turn = 'lost') = :lost
                                        LIMIT :most) AS few
                                """)
                        .param("region", device.region())
                        .param("connection", device.connection())
                        .param("since", now.minus(HOUR).atOffset(ZoneOffset.UTC))
                        .param("lost", lost)
                        .param("most", most)
                        .query(Integer.class)
                        .single()
                >= most;
    }

    /// Newest first.
    List<Told> latest(String region, UUID device, int limit) {
        return jdbc.sql(
                        """
                        SELECT turn, at, reading, matter, matter_no, opened FROM gateway.device_alarm
                         WHERE region = :region AND device = :device ORDER BY id DESC LIMIT :limit
                        """)
                .param("region", region)
                .param("device", device)
                .param("limit", limit)
                .query((row, _) ->
                        new Told(
                                row.getString("turn"),
                                row.getObject("at", OffsetDateTime.class).toInstant(),
                                Rows.values(row.getString("reading")),
                                Rows.filed(row, "matter", "matter_no"),
                                row.getBoolean("opened")))
                .list();
    }
}
