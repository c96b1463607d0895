package org.huying.gateway.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
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

/// The stored providers.
@Repository
class Providers {
    static final int MOST = 20;

    private static final int COMPILED = 200;
    private static final int LONGEST_ERROR = 200;
    private static final Logger LOG = LoggerFactory.getLogger(Providers.class);

    private final JdbcClient jdbc;
    private final Cipher cipher;
    private final JsonMapper json;
    private final Cache<String, Optional<Plan>> compiled =
            Caffeine.newBuilder().maximumSize(COMPILED).build();

    Providers(JdbcClient jdbc, Cipher cipher, JsonMapper json) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.json = json;
    }

    /// Stores what is new, or the next version of what was seen. False when there are as many as there may be, or somebody
    /// else was faster.
    boolean put(String region, Plan plan, String text, long seen, UUID by, Instant at) {
        return jdbc.sql(
                                """
                                INSERT INTO gateway.provider AS p (region, key, version, file, created_at, changed_by)
                                SELECT :region, :key, 1, :file, :at, :by
                                 WHERE :seen > 0 OR (SELECT count(*) FROM gateway.provider WHERE region = :region) < :most
                                ON CONFLICT (region, key) DO UPDATE
                                   SET version = p.version + 1, file = :file, changed_by = :by
                                 WHERE p.version = :seen
                                """)
                        .param("region", region)
                        .param("key", plan.key())
                        .param("file", text)
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
                                UPDATE gateway.provider SET secrets = :secrets, version = version + 1, changed_by = :by
                                 WHERE region = :region AND key = :key
                                """)
                        .param("region", region)
                        .param("key", key)
                        .param("secrets", cipher.seal(json.writeValueAsString(secrets.byName())))
                        .param("by", by)
                        .update()
                == 1;
    }

    boolean end(String region, String key) {
        return jdbc.sql("DELETE FROM gateway.provider WHERE region = :region AND key = :key")
                        .param("region", region)
                        .param("key", key)
                        .update()
                == 1;
    }

    /// It proved somebody.
    void proved(Provider provider, Instant at) {
        jdbc.sql(
                        """
                        UPDATE gateway.provider SET ok_at = :at
                         WHERE region = :region AND key = :key AND (ok_at IS NULL OR ok_at < :at)
                        """)
                .param("region", provider.region())
                .param("key", provider.key())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Something went wrong on its side.
    void failed(Provider provider, String what, Instant at) {
        jdbc.sql(
                        """
                        UPDATE gateway.provider SET error = :what, error_at = :at
                         WHERE region = :region AND key = :key
                        """)
                .param("region", provider.region())
                .param("key", provider.key())
                .param(
                        "what",
                        what.length() <= LONGEST_ERROR ? what : what.substring(0, LONGEST_ERROR))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Provider> find(String region, String key) {
        return jdbc.sql("SELECT * FROM gateway.provider WHERE region = :region AND key = :key")
                .param("region", region)
                .param("key", key)
                .query((row, _) -> read(row))
                .optional()
                .flatMap(it -> it);
    }

    /// The version that stands, also of a provider whose stored file no longer passes.
    Optional<Long> version(String region, String key) {
        return jdbc.sql(
                        "SELECT version FROM gateway.provider WHERE region = :region AND key = :key")
                .param("region", region)
                .param("key", key)
                .query(Long.class)
                .optional();
    }

    /// Of one county, or without one of every county, at most two hundred.
    List<Provider> all(Optional<String> region) {
        return jdbc
                .sql(
                        """
                        SELECT * FROM gateway.provider WHERE (:region::text IS NULL OR region = :region)
                         ORDER BY region, key LIMIT 200
                        """)
                .param("region", region.orElse(null))
                .query((row, _) -> read(row))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /// Empty, and said in the log, for a stored file that today's check does not let pass.
    private Optional<Provider> read(ResultSet row) throws SQLException {
        var text = row.getString("file");
        var region = row.getString("region");
        var key = row.getString("key");
        var plan =
                Objects.requireNonNull(
                        compiled.get(text, it -> ProviderFile.read(key + ".yaml", it).plan()));
        if (plan.isEmpty()) {
            LOG.warn(
                    "The stored file of provider {} of {} has mistakes: nobody signs in by it",
                    key,
                    region);
            return Optional.empty();
        }
        return Optional.of(
                new Provider(
                        region,
                        key,
                        row.getLong("version"),
                        text,
                        plan.get(),
                        secrets(row.getBytes("secrets"), key),
                        moment(row, "ok_at"),
                        trouble(row)));
    }

    private static Optional<Provider.Trouble> trouble(ResultSet row) throws SQLException {
        var what = Objects.requireNonNullElse(row.getString("error"), "");
        return moment(row, "error_at").map(at -> new Provider.Trouble(what, at));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    /// Those that cannot be opened count as missing.
    private Secrets secrets(byte @Nullable [] sealed, String key) {
        var opened =
                Optional.ofNullable(sealed).flatMap(it -> cipher.readable(it, "provider " + key));
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
