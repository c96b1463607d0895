package org.huying.gateway.device;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.database.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The register of devices: which there are, and what a person says of them.
@Repository
class Register {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    Register(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A line of the register.
    ///
    /// @param silent when it counts as lost if it never says anything
    /// @param stands the smallest area that it is known to stand in
    record Entry(
            String connection,
            String key,
            String kind,
            String name,
            String place,
            @Nullable String area,
            @Nullable Double lon,
            @Nullable Double lat,
            @Nullable String link,
            @Nullable String silent,
            @Nullable String stands) {}

    private record Row(UUID id, Entry entry) {}

    /// New ones, and what is known of those that are there, in one statement; answers how many are new.
    int put(String region, List<Entry> entries, Instant at) {
        var rows = entries.stream().map(it -> new Row(Ids.next(), it)).toList();
        return jdbc
                .sql(
                        """
                        INSERT INTO gateway.device AS d
                               (region, id, connection, key, kind, name, place, area, lon, lat, link, created_at, topic,
                                silent_at, reading, phase, since, read_at, said_at, repeats, muted_why, stands_in)
                        SELECT :region, r.id, e.connection, e.key, e.kind, e.name, e.place, e.area, e.lon, e.lat, e.link,
                               :at, '', e.silent, '{}', 'calm', :epoch, :epoch, :epoch, 0, '', e.stands
                          FROM jsonb_to_recordset(:rows::jsonb) AS r (id uuid, entry jsonb)
                         CROSS JOIN LATERAL jsonb_to_record(r.entry)
                            AS e (connection text, key text, kind text, name text, place text, area text,
                                  lon double precision, lat double precision, link text, silent timestamptz,
                                  stands text)
                        ON CONFLICT (region, connection, key) DO UPDATE
                           SET kind = excluded.kind, name = excluded.name, place = excluded.place, area = excluded.area,
                               lon = excluded.lon, lat = excluded.lat, link = excluded.link,
                               stands_in = excluded.stands_in,
                               silent_at = coalesce(d.silent_at, excluded.silent_at)
                        RETURNING d.xmax = 0 AS fresh
                        """)
                .param("region", region)
                .param("rows", JSON.writeValueAsString(rows))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("epoch", Instant.EPOCH.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .list()
                .stream()
                .mapToInt(it -> it ? 1 : 0)
                .sum();
    }

    Optional<Device> find(String region, UUID id) {
        return jdbc.sql("SELECT * FROM gateway.device WHERE region = :region AND id = :id")
                .param("region", region)
                .param("id", id)
                .query((row, _) -> Rows.device(row))
                .optional();
    }

    /// With its readings and alarms; its matters stay.
    boolean end(String region, UUID id) {
        return jdbc.sql("DELETE FROM gateway.device WHERE region = :region AND id = :id")
                        .param("region", region)
                        .param("id", id)
                        .update()
                == 1;
    }

    /// Nothing is raised until then; what is held back meanwhile comes after it, or at once where it may again.
    void mute(Device device, Optional<Instant> until, String why, Instant now) {
        var again = until.orElse(now);
        jdbc.sql(
                        """
                        UPDATE gateway.device
                           SET muted_till = :until, muted_why = :why,
                               due_at = CASE WHEN phase = 'rising' AND due_at > :again THEN :again ELSE due_at END
                         WHERE region = :region AND id = :id
                        """)
                .param("region", device.region())
                .param("id", device.id())
                .param("until", until.map(it -> it.atOffset(ZoneOffset.UTC)).orElse(null))
                .param("why", why)
                .param("again", again.atOffset(ZoneOffset.UTC))
                .update();
    }
}
