package org.huying.gateway.device;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huying.gateway.device.Connection.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// How the lines of connections stand, and which node listens to them. While nobody could hear a device it was not silent:
/// it gets that time back when its line is listened to again.
@Repository
class Lines {

    /// A node that has not said for so long that it listens does not.
    static final Duration LEASE = Duration.ofSeconds(30);

    private static final int LONGEST = 300;

    /// Nothing was heard on the `taken` since `deaf`, if that is longer than a lease; of a device that spoke again before this
    /// was written, since then. Whoever holds a device at this moment hears it.
    private static final String SPARED =
            """
            spared AS (
                UPDATE gateway.device d
                   SET silent_at = d.silent_at + (CAST(:now AS timestamptz) - greatest(late.deaf, late.seen_at))
                  FROM (SELECT own.region, own.id, own.seen_at, taken.deaf FROM taken
                          JOIN gateway.device own ON own.region = taken.region AND own.connection = taken.key
                         WHERE taken.deaf < :lapsed AND own.silent_at IS NOT NULL AND own.offline_at IS NULL
                           FOR UPDATE OF own SKIP LOCKED) AS late
                 WHERE d.region = late.region AND d.id = late.id)
            """;

    private final JdbcClient jdbc;

    Lines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Which line.
    record Ref(String region, String key) {

        static Ref of(Connection connection) {
            return new Ref(connection.region(), connection.key());
        }
    }

    /// Takes every line that nobody holds, for a while; answers those that this node holds now. A line that was taken stands
    /// since now.
    Set<Ref> hold(UUID node, Instant now) {
        return jdbc
                .sql(
                        """
                        WITH taken AS (
                            SELECT region, key, holder IS DISTINCT FROM :node OR held_until < :now AS anew,
                                   CASE WHEN holder = :node AND held_until >= :now THEN NULL
                                        WHEN line = 'down' THEN line_since
                                        ELSE held_until END AS deaf
                              FROM gateway.device_connection
                             WHERE NOT paused AND (holder IS NULL OR holder = :node OR held_until < :now)
                             ORDER BY region, key FOR NO KEY UPDATE),
                        """
                                + SPARED
                                + """
                                UPDATE gateway.device_connection c
                                   SET holder = :node, held_until = :until,
                                       line_since = CASE WHEN taken.anew THEN :now ELSE c.line_since END
                                  FROM taken WHERE c.region = taken.region AND c.key = taken.key
                                RETURNING c.region, c.key
                                """)
                .param("node", node)
                .param("lapsed", now.minus(LEASE).atOffset(ZoneOffset.UTC))
                .param("until", now.plus(LEASE).atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Ref(row.getString("region"), row.getString("key")))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Others may take them at once. Until when they were held stays known.
    void release(UUID node, Instant now) {
        jdbc.sql(
                        """
                        UPDATE gateway.device_connection SET holder = NULL, held_until = :now WHERE holder = :node
                        """)
                .param("node", node)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Nothing changes where it stands like that already.
    void stands(Ref ref, State state, Optional<String> error, Instant now) {
        jdbc.sql(
                        """
                        WITH taken AS (
                            SELECT region, key, CASE WHEN line = 'down' AND :line <> 'down' THEN line_since END AS deaf
                              FROM gateway.device_connection
                             WHERE region = :region AND key = :key
                               AND (line, coalesce(error, '')) IS DISTINCT FROM (:line, coalesce(:error, ''))
                               FOR NO KEY UPDATE),
                        """
                                + SPARED
                                + """
                                UPDATE gateway.device_connection c
                                   SET line = :line, error = :error,
                                       line_since = CASE WHEN c.line = :line THEN c.line_since ELSE :now END
                                  FROM taken WHERE c.region = taken.region AND c.key = taken.key
                                """)
                .param("lapsed", now.minus(LEASE).atOffset(ZoneOffset.UTC))
                .param("region", ref.region())
                .param("key", ref.key())
                .param("line", state.name().toLowerCase(Locale.ROOT))
                .param("error", error.map(Lines::cut).orElse(null))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// What came over a line since it was last said.
    ///
    /// @param wrong the latest message that could not be read, or of no device that is known
    record Count(long heard, long unread, long strange, Optional<String> wrong, Instant at) {}

    void count(Ref ref, Count count) {
        jdbc.sql(
                        """
                        UPDATE gateway.device_connection
                           SET heard = heard + :heard, unread = unread + :unread, strange = strange + :strange,
                               last_wrong = coalesce(:wrong, last_wrong), heard_at = :at
                         WHERE region = :region AND key = :key
                        """)
                .param("region", ref.region())
                .param("key", ref.key())
                .param("heard", count.heard())
                .param("unread", count.unread())
                .param("strange", count.strange())
                .param("wrong", count.wrong().map(Lines::cut).orElse(null))
                .param("at", count.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// The matter about the line being down; empty when it is told that it is up again.
    void lost(Ref ref, Optional<Device.Filed> filed) {
        jdbc.sql(
                        """
                        UPDATE gateway.device_connection SET lost_id = :id, lost_no = :number
                         WHERE region = :region AND key = :key
                        """)
                .param("region", ref.region())
                .param("key", ref.key())
                .param("id", filed.map(Device.Filed::id).orElse(null))
                .param("number", filed.map(Device.Filed::number).orElse(null))
                .update();
    }

    private static String cut(String text) {
        var clean = Json.clean(text);
        return clean.substring(0, Math.min(LONGEST, clean.length()));
    }
}
