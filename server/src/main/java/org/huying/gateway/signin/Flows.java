package org.huying.gateway.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import org.huying.vault.Cipher;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Who is away at a provider, and which codes were brought before. Nothing is good twice, on any node.
@Repository
class Flows {
    static final Duration AWAY = Duration.ofMinutes(10);

    private static final Duration KEPT = Duration.ofDays(1);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final Cipher cipher;
    private final Clock clock;

    Flows(JdbcClient jdbc, Cipher cipher, @Qualifier("wallClock") Clock clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.clock = clock;
    }

    /// What somebody takes along to a provider.
    ///
    /// @param state what the provider sends back; `nonce` what the ID token holds; `verifier` what the exchange needs
    record Away(String state, String nonce, String verifier, String door, String next) {

        static Away to(String door, String next) {
            return new Away(random(), random(), random(), door, next);
        }
    }

    /// 256 bits.
    static String random() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// @param browser what its cookie says
    void leave(Provider provider, Away away, String browser) {
        jdbc.sql(
                        """
                        INSERT INTO gateway.sign_in (region, state, provider, browser, secret, door, next, expires_at)
                        VALUES (:region, :state, :provider, :browser, :secret, :door, :next, :expires)
                        """)
                .param("region", provider.region())
                .param("state", sha256(away.state()))
                .param("provider", provider.key())
                .param("browser", sha256(browser))
                .param("secret", cipher.seal(away.nonce() + " " + away.verifier()))
                .param("door", away.door())
                .param("next", away.next())
                .param("expires", at(clock.instant().plus(AWAY)))
                .update();
    }

    /// Who went with this state, from this browser, to this provider, within ten minutes, and did not come back yet.
    Optional<Away> back(Provider provider, String state, String browser) {
        return jdbc.sql(
                        """
                        DELETE FROM gateway.sign_in
                         WHERE region = :region AND state = :state AND provider = :provider
                           AND browser = :browser AND expires_at > :now
                        RETURNING secret, door, next
                        """)
                .param("region", provider.region())
                .param("state", sha256(state))
                .param("provider", provider.key())
                .param("browser", sha256(browser))
                .param("now", at(clock.instant()))
                .query((row, _) -> {
                    var secret = cipher.open(row.getBytes("secret")).split(" ", 2);
                    return new Away(
                            state,
                            secret[0],
                            secret[1],
                            row.getString("door"),
                            row.getString("next"));
                })
                .optional();
    }

    /// Marks a code as brought; false where it was brought before.
    boolean use(Provider provider, String code) {
        return jdbc.sql(
                                """
                                INSERT INTO gateway.used_code (region, provider, code, used_at)
                                VALUES (:region, :provider, :code, :now) ON CONFLICT DO NOTHING
                                """)
                        .param("region", provider.region())
                        .param("provider", provider.key())
                        .param("code", sha256(code))
                        .param("now", at(clock.instant()))
                        .update()
                == 1;
    }

    void removeOld() {
        var now = clock.instant();
        jdbc.sql("DELETE FROM gateway.sign_in WHERE expires_at < :now")
                .param("now", at(now))
                .update();
        jdbc.sql("DELETE FROM gateway.used_code WHERE used_at < :before")
                .param("before", at(now.minus(KEPT)))
                .update();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static java.time.OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
