package org.huying.gateway.device;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.huying.gateway.device.Connection.Line;
import org.huying.gateway.device.Connection.State;
import org.huying.vault.Cipher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The stored connections: their files, and what is entered beside them.
@Repository
class Connections {

    static final int MOST = 50;

    private static final int COMPILED = 200;
    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);

    private final JdbcClient jdbc;
    private final Cipher cipher;
    private final Cache<String, Optional<Plan>> compiled =
            Caffeine.newBuilder().maximumSize(COMPILED).build();

    Connections(JdbcClient jdbc, Cipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /// What is stored of a file.
    record Fresh(String region, Plan plan, String text, Optional<UUID> account, UUID by) {}

    /// Stores what is new, or the next version of what was seen. False when there are as many as there may be, or somebody
    /// else was faster.
    boolean put(Fresh fresh, long seen, Instant at) {
        return jdbc.sql(
                                """
                                INSERT INTO gateway.device_connection AS c
                                       (region, key, version, file, account, paused, created_at, changed_by, line,
                                        line_since, heard, unread, strange)
                                SELECT :region, :key, 1, :file, CAST(:account AS uuid), false, :at, :by, 'idle', :at, 0, 0, 0
                                 WHERE :seen > 0
                                    OR (SELECT count(*) FROM gateway.device_connection WHERE region = :region) < :most
                                ON CONFLICT (region, key) DO UPDATE
                                   SET version = c.version + 1, file = :file, changed_by = :by,
                                       account = coalesce(CAST(:account AS uuid), c.account)
                                 WHERE c.version = :seen
                                """)
                        .param("region", fresh.region())
                        .param("key", fresh.plan().key())
                        .param("file", fresh.text())
                        .param("account", fresh.account().orElse(null))
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", fresh.by())
                        .param("seen", seen)
                        .param("most", MOST)
                        .update()
                == 1;
    }

    void keep(String region, String key, String password, UUID by) {
        jdbc.sql(
                        """
                        UPDATE gateway.device_connection
                           SET password = :password, version = version + 1, changed_by = :by
                         WHERE region = :region AND key = :key
                        """)
                .param("region", region)
                .param("key", key)
                .param("password", cipher.seal(password))
                .param("by", by)
                .update();
    }

    void pause(String region, String key, boolean paused) {
        jdbc.sql(
                        """
                        UPDATE gateway.device_connection SET paused = :paused, version = version + 1
                         WHERE region = :region AND key = :key
                        """)
                .param("region", region)
                .param("key", key)
                .param("paused", paused)
                .update();
    }

    /// With its devices.
    boolean end(String region, String key) {
        return jdbc.sql(
                                "DELETE FROM gateway.device_connection WHERE region = :region AND key = :key")
                        .param("region", region)
                        .param("key", key)
                        .update()
                == 1;
    }

    Optional<Connection> find(String region, String key) {
        return jdbc.sql(
                        "SELECT * FROM gateway.device_connection WHERE region = :region AND key = :key")
                .param("region", region)
                .param("key", key)
                .query((row, _) -> read(row))
                .optional()
                .flatMap(it -> it);
    }

    /// The version that stands, also of one whose stored file no longer passes.
    Optional<Long> version(String region, String key) {
        return jdbc.sql(
                        "SELECT version FROM gateway.device_connection WHERE region = :region AND key = :key")
                .param("region", region)
                .param("key", key)
                .query(Long.class)
                .optional();
    }

    List<Connection> all(String region) {
        return jdbc
                .sql("SELECT * FROM gateway.device_connection WHERE region = :region ORDER BY key")
                .param("region", region)
                .query((row, _) -> read(row))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /// Of every county, for what runs by itself.
    List<Connection> everywhere() {
        return jdbc
                .sql("SELECT * FROM gateway.device_connection ORDER BY region, key")
                .query((row, _) -> read(row))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /// Empty, and said in the log, for a stored file that today's check does not let pass: one such file must not keep the
    /// others from being listened to.
    private Optional<Connection> read(ResultSet row) throws SQLException {
        var text = row.getString("file");
        var region = row.getString("region");
        var key = row.getString("key");
        var plan =
                Objects.requireNonNull(
                        compiled.get(text, it -> PlanFile.read(key + ".yaml", it).plan()));
        if (plan.isEmpty()) {
            LOG.warn("The stored file of connection {} of {} has mistakes", key, region);
            return Optional.empty();
        }
        return Optional.of(
                new Connection(
                        region,
                        key,
                        row.getLong("version"),
                        text,
                        plan.get(),
                        Optional.ofNullable(row.getObject("account", UUID.class)),
                        Optional.ofNullable(row.getBytes("password")).map(cipher::open),
                        row.getBoolean("paused"),
                        line(row)));
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                State.valueOf(row.getString("line").toUpperCase(Locale.ROOT)),
                row.getObject("line_since", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString("error")),
                Rows.instant(row, "heard_at"),
                row.getLong("heard"),
                row.getLong("unread"),
                row.getLong("strange"),
                Optional.ofNullable(row.getString("last_wrong")),
                Rows.filed(row, "lost_id", "lost_no"),
                Rows.instant(row, "held_until"));
    }
}
