package org.huying.gateway.device;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The register of devices, while something happens to one.
@Repository
class Devices {

    private static final int AT_ONCE = 100;

    /// Which device.
    record Ref(String region, UUID id) {}

    private final JdbcClient jdbc;

    Devices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Nobody else changes it until this transaction ends.
    Optional<Device> lock(String region, String connection, String key) {
        return jdbc.sql(
                        """
                        SELECT * FROM gateway.device
                         WHERE region = :region AND connection = :connection AND key = :key FOR UPDATE
                        """)
                .param("region", region)
                .param("connection", connection)
                .param("key", key)
                .query((row, _) -> Rows.device(row))
                .optional();
    }

    /// The same by its id.
    Optional<Device> lock(Ref ref) {
        return jdbc.sql(
                        "SELECT * FROM gateway.device WHERE region = :region AND id = :id FOR UPDATE")
                .param("region", ref.region())
                .param("id", ref.id())
                .query((row, _) -> Rows.device(row))
                .optional();
    }

    Optional<Device> find(String region, String connection, String key) {
        return jdbc.sql(
                        """
                        SELECT * FROM gateway.device
                         WHERE region = :region AND connection = :connection AND key = :key
                        """)
                .param("region", region)
                .param("connection", connection)
                .param("key", key)
                .query((row, _) -> Rows.device(row))
                .optional();
    }

    /// False when this message was taken before.
    boolean fresh(Device device, String message, UUID id, Heard.Read read, Instant arrived) {
        return jdbc.sql(
                                """
                                INSERT INTO gateway.device_reading (region, device, message, id, at, received_at, reading)
                                VALUES (:region, :device, :message, :id, :at, :arrived, :reading::jsonb)
                                ON CONFLICT (region, device, message) DO NOTHING
                                """)
                        .param("region", device.region())
                        .param("device", device.id())
                        .param("message", message)
                        .param("id", id)
                        .param("at", read.at().atOffset(ZoneOffset.UTC))
                        .param("arrived", arrived.atOffset(ZoneOffset.UTC))
                        .param("reading", Rows.json(read.values()))
                        .update()
                == 1;
    }

    /// As it stands from now on.
    void stand(Device device) {
        var it = device.stand();
        jdbc.sql(
                        """
                        UPDATE gateway.device
                           SET topic = :topic, seen_at = :seen, silent_at = :silent, reading = :reading::jsonb,
                               battery = :battery, phase = :phase, since = :since, read_at = :read, said_at = :said,
                               repeats = :repeats, due_at = :due, matter = :matter, matter_no = :number,
                               offline_at = :offline, lost_id = :lost, lost_no = :lost_number
                         WHERE region = :region AND id = :id
                        """)
                .param("region", device.region())
                .param("id", device.id())
                .param("topic", it.topic())
                .param("seen", at(it.seen()))
                .param("silent", at(it.silent()))
                .param("reading", Rows.json(it.values()))
                .param("battery", it.battery().orElse(null))
                .param("phase", it.watch().phase().name().toLowerCase(Locale.ROOT))
                .param("since", it.watch().since().atOffset(ZoneOffset.UTC))
                .param("read", it.watch().heard().atOffset(ZoneOffset.UTC))
                .param("said", it.watch().said().atOffset(ZoneOffset.UTC))
                .param("repeats", it.watch().repeats())
                .param("due", at(it.due()))
                .param("matter", it.matter().map(Device.Filed::id).orElse(null))
                .param("number", it.matter().map(Device.Filed::number).orElse(null))
                .param("offline", at(it.offline()))
                .param("lost", it.lost().map(Device.Filed::id).orElse(null))
                .param("lost_number", it.lost().map(Device.Filed::number).orElse(null))
                .update();
    }

    /// Whose phase ends by itself, or what was held back and may be tried again; the longest due first.
    List<Ref> due(Instant now) {
        return jdbc.sql(
                        """
                        SELECT region, id FROM gateway.device WHERE due_at <= :now ORDER BY due_at LIMIT :limit
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("limit", AT_ONCE)
                .query((row, _) ->
                        new Ref(row.getString("region"), row.getObject("id", UUID.class)))
                .list();
    }

    /// Which said nothing for too long, over lines that somebody has listened to for a while: one that is down, or that
    /// nobody hears, silences everybody.
    ///
    /// @param stood lines must stand since then
    List<Ref> silent(Instant now, Instant stood) {
        return jdbc.sql(
                        """
                        SELECT d.region, d.id FROM gateway.device d
                          JOIN gateway.device_connection c ON c.region = d.region AND c.key = d.connection
                         WHERE d.silent_at <= :now AND d.offline_at IS NULL AND NOT c.paused
                           AND (d.muted_till IS NULL OR d.muted_till <= :now)
                           AND c.held_until >= :now AND c.line IN ('idle', 'up') AND c.line_since <= :stood
                         ORDER BY d.silent_at LIMIT :limit
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("stood", stood.atOffset(ZoneOffset.UTC))
                .param("limit", AT_ONCE)
                .query((row, _) ->
                        new Ref(row.getString("region"), row.getObject("id", UUID.class)))
                .list();
    }

    /// Whose phase could not end now: tried again then.
    void dueLater(Ref ref, Instant until) {
        later("UPDATE gateway.device SET due_at = :until", ref, until);
    }

    /// Whose silence could not be told of now: tried again then, unless it has spoken meanwhile.
    void silentLater(Ref ref, Instant until) {
        later(
                """
                UPDATE gateway.device
                   SET silent_at = CASE WHEN silent_at < :until THEN :until ELSE silent_at END
                """,
                ref,
                until);
    }

    private void later(String update, Ref ref, Instant until) {
        jdbc.sql(update + " WHERE region = :region AND id = :id")
                .param("region", ref.region())
                .param("id", ref.id())
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update();
    }

    void forgetReadings(Instant before) {
        jdbc.sql("DELETE FROM gateway.device_reading WHERE received_at < :before")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static @Nullable Object at(Optional<Instant> instant) {
        return instant.map(it -> it.atOffset(ZoneOffset.UTC)).orElse(null);
    }
}
