package org.huying.gateway.device;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huying.database.Where;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Devices as lists show them.
@Repository
class DeviceLists {

    /// How a device is, the worst first; of several it is the first. The words are public; add, never rename.
    enum State {
        ALARM("phase IN ('alarmed', 'falling')"),
        OFFLINE("offline_at IS NOT NULL"),
        MUTED("coalesce(muted_till > :now, false)"),
        /// It has never said anything.
        UNHEARD("seen_at IS NULL"),
        OK("TRUE");

        private final String own;

        State(String own) {
            this.own = own;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<State> of(String word) {
            return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
        }

        static State of(Device device, Instant now) {
            if (device.stand().watch().alarmed()) {
                return ALARM;
            }
            if (device.stand().offline().isPresent()) {
                return OFFLINE;
            }
            if (device.muted(now)) {
                return MUTED;
            }
            return device.stand().seen().isEmpty() ? UNHEARD : OK;
        }

        /// The same in SQL: this, and nothing that is worse.
        private String sql() {
            return Arrays.stream(values())
                    .takeWhile(it -> it != this)
                    .map(it -> " AND NOT " + it.own)
                    .collect(Collectors.joining("", own, ""));
        }
    }

    /// @param word in the name, the key or the place
    record Wanted(
            Optional<String> connection,
            Optional<DeviceKind> kind,
            Optional<State> state,
            Optional<String> word) {}

    private final JdbcClient jdbc;

    DeviceLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// In the order in which they were registered, after this one.
    List<Device> page(String region, Wanted wanted, UUID after, int limit, Instant now) {
        var where =
                Where.all()
                        .and("region = :region", "region", region)
                        .and("id > :after", "after", after)
                        .andIf(wanted.connection(), "connection = :connection", "connection")
                        .andIf(wanted.kind().map(DeviceKind::word), "kind = :kind", "kind")
                        .andIf(
                                wanted.word(),
                                "position(:word IN name) > 0 OR position(:word IN key) > 0 OR position(:word IN place) > 0",
                                "word")
                        .and(wanted.state().map(State::sql).orElse("TRUE"))
                        .param("now", now.atOffset(ZoneOffset.UTC));
        return jdbc.sql(
                        "SELECT * FROM gateway.device WHERE "
                                + where.sql()
                                + " ORDER BY id LIMIT :limit")
                .params(where.params())
                .param("limit", limit)
                .query((row, _) -> Rows.device(row))
                .list();
    }

    record Reading(Instant at, Instant received, Map<String, Object> values) {}

    /// Newest first.
    List<Reading> readings(String region, UUID device, int limit) {
        return jdbc.sql(
                        """
                        SELECT at, received_at, reading FROM gateway.device_reading
                         WHERE region = :region AND device = :device ORDER BY id DESC LIMIT :limit
                        """)
                .param("region", region)
                .param("device", device)
                .param("limit", limit)
                .query((row, _) ->
                        new Reading(
                                row.getObject("at", OffsetDateTime.class).toInstant(),
                                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                                Rows.values(row.getString("reading"))))
                .list();
    }
}
