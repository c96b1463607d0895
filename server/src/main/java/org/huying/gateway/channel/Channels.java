package org.huying.gateway.channel;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.huying.gateway.sending.Secrets;
import org.huying.vault.Cipher;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The stored channels.
@Repository
class Channels {

    static final int MOST = 50;

    private static final int COMPILED = 200;
    private static final Logger LOG = LoggerFactory.getLogger(Channels.class);

    private final JdbcClient jdbc;
    private final Cipher cipher;
    private final JsonMapper json;
    private final Cache<String, Optional<Plan>> compiled =
            Caffeine.newBuilder().maximumSize(COMPILED).build();

    Channels(JdbcClient jdbc, Cipher cipher, JsonMapper json) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.json = json;
    }

    /// Stores what is new, or the next version of what was seen. False when there are as many as there may be, or somebody
    /// else was faster.
    boolean put(String region, Plan plan, String text, long seen, UUID by, Instant at) {
        return jdbc.sql(
                                """
                                INSERT INTO gateway.channel AS c
                                       (region, key, version, file, per_minute, failures, created_at, changed_by)
                                SELECT :region, :key, 1, :file, :most_a_minute, 0, :at, :by
                                 WHERE :seen > 0 OR (SELECT count(*) FROM gateway.channel WHERE region = :region) < :most
                                ON CONFLICT (region, key) DO UPDATE
                                   SET version = c.version + 1, file = :file, per_minute = :most_a_minute, changed_by = :by
                                 WHERE c.version = :seen
                                """)
                        .param("region", region)
                        .param("key", plan.key())
                        .param("file", text)
                        .param("most_a_minute", plan.perMinute())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .param("seen", seen)
                        .param("most", MOST)
                        .update()
                == 1;
    }

    /// All of them anew; those before are forgotten.
    boolean keep(String region, String key, Secrets secrets, UUID by) {
        return jdbc.sql(
                                """
                                UPDATE gateway.channel SET secrets = :secrets, version = version + 1, changed_by = :by
                                 WHERE region = :region AND key = :key
                                """)
                        .param("region", region)
                        .param("key", key)
                        .param("secrets", cipher.seal(json.writeValueAsString(secrets.byName())))
                        .param("by", by)
                        .update()
                == 1;
    }

    /// Stops it unless it is stopped. What waits keeps waiting.
    boolean pause(String region, String key, String why) {
        return jdbc.sql(
                                """
                                UPDATE gateway.channel SET paused = :why, version = version + 1
                                 WHERE region = :region AND key = :key AND paused IS NULL
                                """)
                        .param("region", region)
                        .param("key", key)
                        .param("why", why)
                        .update()
                == 1;
    }

    void resume(String region, String key) {
        jdbc.sql(
                        """
                        UPDATE gateway.channel SET paused = NULL, failures = 0, refusals = 0, refused = '{}', version = version + 1
                         WHERE region = :region AND key = :key
                        """)
                .param("region", region)
                .param("key", key)
                .update();
    }

    /// With everything that was to go through it.
    boolean end(String region, String key) {
        return jdbc.sql("DELETE FROM gateway.channel WHERE region = :region AND key = :key")
                        .param("region", region)
                        .param("key", key)
                        .update()
                == 1;
    }

    /// What failed before is forgotten.
    void worked(String region, String key) {
        jdbc.sql(
                        """
                        UPDATE gateway.channel SET failures = 0, refusals = 0, refused = '{}'
                         WHERE region = :region AND key = :key AND (failures > 0 OR refusals > 0)
                        """)
                .param("region", region)
                .param("key", key)
                .update();
    }

    /// Counts one more failure of the channel; answers how many there are now, one after the other.
    int failed(String region, String key) {
        return jdbc.sql(
                        """
                        UPDATE gateway.channel SET failures = failures + 1
                         WHERE region = :region AND key = :key RETURNING failures
                        """)
                .param("region", region)
                .param("key", key)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /// Counts one more message that was refused; answers whether there are too many, and of too many addressees, to be the
    /// addresses' fault.
    boolean refused(String region, String key, UUID addressee) {
        return jdbc.sql(
                        """
                        UPDATE gateway.channel
                           SET refusals = refusals + 1,
                               refused = CASE WHEN :addressee = ANY (refused) OR cardinality(refused) >= :enough THEN refused
                                              ELSE refused || :addressee::uuid END
                         WHERE region = :region AND key = :key
                        RETURNING refusals >= :most AND cardinality(refused) >= :enough
                        """)
                .param("region", region)
                .param("key", key)
                .param("addressee", addressee)
                .param("enough", Mailing.ENOUGH_REFUSED)
                .param("most", Mailing.MOST_FAILURES)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    Optional<Channel> find(String region, String key) {
        return jdbc.sql("SELECT * FROM gateway.channel WHERE region = :region AND key = :key")
                .param("region", region)
                .param("key", key)
                .query((row, _) -> read(row))
                .optional()
                .flatMap(it -> it);
    }

    /// The version that stands, also of a channel whose stored file no longer passes.
    Optional<Long> version(String region, String key) {
        return jdbc.sql("SELECT version FROM gateway.channel WHERE region = :region AND key = :key")
                .param("region", region)
                .param("key", key)
                .query(Long.class)
                .optional();
    }

    List<Channel> all(String region) {
        return jdbc
                .sql("SELECT * FROM gateway.channel WHERE region = :region ORDER BY key")
                .param("region", region)
                .query((row, _) -> read(row))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /// Of every county, for what runs by itself.
    List<Channel> everywhere() {
        return jdbc
                .sql("SELECT * FROM gateway.channel ORDER BY region, key")
                .query((row, _) -> read(row))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /// Empty, and said in the log, for a stored file that today's check does not let pass: one such file must not keep the
    /// others from being sent.
    private Optional<Channel> read(ResultSet row) throws SQLException {
        var text = row.getString("file");
        var region = row.getString("region");
        var key = row.getString("key");
        var plan =
                Objects.requireNonNull(
                        compiled.get(text, it -> PlanFile.read(key + ".yaml", it).plan()));
        if (plan.isEmpty()) {
            LOG.warn(
                    "The stored file of channel {} of {} has mistakes: it sends nothing",
                    key,
                    region);
            return Optional.empty();
        }
        return Optional.of(
                new Channel(
                        region,
                        key,
                        row.getLong("version"),
                        text,
                        plan.get(),
                        secrets(row.getBytes("secrets"), key),
                        Optional.ofNullable(row.getString("paused")),
                        row.getInt("failures")));
    }

    /// Those that cannot be opened count as missing.
    private Secrets secrets(byte @Nullable [] sealed, String key) {
        var opened =
                Optional.ofNullable(sealed).flatMap(it -> cipher.readable(it, "channel " + key));
        if (opened.isEmpty()) {
            return Secrets.NONE;
        }
        var byName = new HashMap<String, String>();
        json.readTree(opened.get())
                .properties()
                .forEach(it -> byName.put(it.getKey(), it.getValue().asString("")));
        return new Secrets(byName);
    }
}
