package org.huying.gateway.partner;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.huying.vault.Cipher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The stored partners.
@Repository
class Partners {

    static final int MOST = 50;

    private static final int COMPILED = 200;

    private final JdbcClient jdbc;
    private final Cipher cipher;
    private final Cache<String, Mapping> compiled =
            Caffeine.newBuilder().maximumSize(COMPILED).build();

    Partners(JdbcClient jdbc, Cipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /// Stores what is new, or the next version of what was seen. False when there are as many as there may be, or somebody
    /// else was faster.
    boolean put(Partner partner, long seen, UUID by, Instant at) {
        return jdbc.sql(
                                """
                                INSERT INTO gateway.partner AS p
                                       (region, key, version, account, mapping, scheme, paused, created_at, changed_by)
                                SELECT :region, :key, 1, :account, :mapping, :scheme, false, :at, :by
                                 WHERE :seen > 0 OR (SELECT count(*) FROM gateway.partner WHERE region = :region) < :most
                                ON CONFLICT (region, key) DO UPDATE
                                   SET version = p.version + 1, account = :account, mapping = :mapping, changed_by = :by,
                                       scheme = :scheme,
                                       secret = CASE WHEN p.scheme = :scheme THEN p.secret END,
                                       theirs = CASE WHEN p.scheme = :scheme THEN p.theirs END
                                 WHERE p.version = :seen
                                """)
                        .param("region", partner.region())
                        .param("key", partner.key())
                        .param("account", partner.account())
                        .param("mapping", partner.text())
                        .param("scheme", partner.mapping().scheme().word())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .param("seen", seen)
                        .param("most", MOST)
                        .update()
                == 1;
    }

    /// New keys; those before are no good any more.
    boolean keys(String region, String key, String secret, Optional<String> theirs) {
        return jdbc.sql(
                                """
                                UPDATE gateway.partner SET secret = :secret, theirs = :theirs, version = version + 1
                                 WHERE region = :region AND key = :key
                                """)
                        .param("region", region)
                        .param("key", key)
                        .param("secret", cipher.seal(secret))
                        .param("theirs", theirs.orElse(null))
                        .update()
                == 1;
    }

    boolean pause(String region, String key, boolean paused) {
        return jdbc.sql(
                                """
                                UPDATE gateway.partner SET paused = :paused, version = version + 1
                                 WHERE region = :region AND key = :key
                                """)
                        .param("region", region)
                        .param("key", key)
                        .param("paused", paused)
                        .update()
                == 1;
    }

    Optional<Partner> find(String region, String key) {
        return jdbc.sql("SELECT * FROM gateway.partner WHERE region = :region AND key = :key")
                .param("region", region)
                .param("key", key)
                .query((row, _) -> read(row))
                .optional();
    }

    List<Partner> all(String region) {
        return jdbc.sql("SELECT * FROM gateway.partner WHERE region = :region ORDER BY key")
                .param("region", region)
                .query((row, _) -> read(row))
                .list();
    }

    /// Of every county, for what runs by itself.
    List<Partner> everywhere() {
        return jdbc.sql("SELECT * FROM gateway.partner ORDER BY region, key")
                .query((row, _) -> read(row))
                .list();
    }

    /// False when this nonce was taken before.
    boolean fresh(Partner partner, String nonce, Instant at) {
        return jdbc.sql(
                                """
                                INSERT INTO gateway.nonce (region, partner, nonce, seen_at)
                                VALUES (:region, :partner, :nonce, :at) ON CONFLICT DO NOTHING
                                """)
                        .param("region", partner.region())
                        .param("partner", partner.key())
                        .param("nonce", nonce)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /// Those that could not be taken again anyway.
    void forgetNonces(Instant before) {
        jdbc.sql("DELETE FROM gateway.nonce WHERE seen_at < :before")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }

    private Partner read(ResultSet row) throws SQLException {
        var text = row.getString("mapping");
        var key = row.getString("key");
        return new Partner(
                row.getString("region"),
                key,
                row.getLong("version"),
                row.getObject("account", UUID.class),
                text,
                Objects.requireNonNull(compiled.get(text, it -> compiled(key, it))),
                keys(row),
                row.getBoolean("paused"));
    }

    private static Mapping compiled(String key, String text) {
        return MappingFile.read(key + ".yaml", text)
                .mapping()
                .orElseThrow(() ->
                        new IllegalStateException("The stored file of " + key + " has mistakes"));
    }

    private Optional<Keys> keys(ResultSet row) throws SQLException {
        var sealed = row.getBytes("secret");
        var scheme = Scheme.of(row.getString("scheme")).orElse(Scheme.HMAC_SHA256);
        var theirs = Optional.ofNullable(row.getString("theirs"));
        if (sealed == null || (!scheme.shared() && theirs.isEmpty())) {
            return Optional.empty();
        }
        var secret = cipher.open(sealed);
        return Optional.of(
                scheme.shared()
                        ? new Keys.Shared(scheme, secret)
                        : new Keys.Pair(secret, theirs.orElse("")));
    }
}
