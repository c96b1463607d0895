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

/// How the lines of connections stand, and which node listens to them.
@Repository
class Lines {

    /// A node that has not said for so long that it listens does not.
    static final Duration LEASE = Duration.ofSeconds(30);

    private static final int LONGEST = 300;

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

    /// Takes every line that nobody holds, for a while; answers those that this node holds now.
    Set<Ref> hold(UUID node, Instant now) {
        return jdbc
                .sql(
                        """
                        UPDATE gateway.device_connection SET holder = :node, held_until = :until
                         WHERE NOT paused AND (holder = :node OR held_until IS NULL OR held_until < :now)
                        RETURNING region, key
                        """)
                .param("node", node)
                .param("until", now.plus(LEASE).atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Ref(row.getString("region"), row.getString("key")))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Others may take them at once.
    void release(UUID node) {
        jdbc.sql(
                        """
                        UPDATE gateway.device_connection SET holder = NULL, held_until = NULL WHERE holder = :node
                        """)
                .param("node", node)
                .update();
    }

    /// Nothing changes where it stands like that already.
    void stands(Ref ref, State state, Optional<String> error, Instant now) {
        jdbc.sql(
                        """
                        UPDATE gateway.device_connection
                           SET line = :line, error = :error,
                               line_since = CASE WHEN line = :line THEN line_since ELSE :now END
                         WHERE region = :region AND key = :key
                           AND (line, coalesce(error, '')) IS DISTINCT FROM (:line, coalesce(:error, ''))
                        """)
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
