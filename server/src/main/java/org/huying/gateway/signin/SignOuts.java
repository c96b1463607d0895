package org.huying.gateway.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.huying.vault.Cipher;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What ends the session at the provider together with ours.
@Repository
class SignOuts {
    /// No session of staff lasts longer.
    private static final Duration KEPT = Duration.ofDays(2);

    private final JdbcClient jdbc;
    private final Providers providers;
    private final OidcExchange oidc;
    private final Cipher cipher;
    private final Clock clock;

    private record Kept(String provider, String door, Optional<String> idToken) {}

    SignOuts(
            JdbcClient jdbc,
            Providers providers,
            OidcExchange oidc,
            Cipher cipher,
            @Qualifier("wallClock") Clock clock) {
        this.jdbc = jdbc;
        this.providers = providers;
        this.oidc = oidc;
        this.cipher = cipher;
        this.clock = clock;
    }

    void keep(Provider provider, UUID session, String door, String idToken) {
        jdbc.sql(
                        """
                        INSERT INTO gateway.sign_out (region, session, provider, door, id_token, created_at)
                        VALUES (:region, :session, :provider, :door, :token, :now)
                        """)
                .param("region", provider.region())
                .param("session", session)
                .param("provider", provider.key())
                .param("door", door)
                .param("token", cipher.seal(idToken))
                .param("now", at(clock.instant()))
                .update();
    }

    /// Where the session is ended at the provider; empty where it did not begin there, or the provider offers nothing.
    Optional<String> of(String region, UUID session) {
        return jdbc.sql(
                        """
                        SELECT provider, door, id_token FROM gateway.sign_out
                         WHERE region = :region AND session = :session
                        """)
                .param("region", region)
                .param("session", session)
                .query((row, _) ->
                        new Kept(
                                row.getString("provider"),
                                row.getString("door"),
                                cipher.readable(row.getBytes("id_token"), "an ID token")))
                .optional()
                .flatMap(kept -> end(region, kept));
    }

    private Optional<String> end(String region, Kept kept) {
        var provider = providers.find(region, kept.provider());
        return provider.isPresent() && kept.idToken().isPresent()
                ? end(provider.get(), kept.door(), kept.idToken().get())
                : Optional.empty();
    }

    private Optional<String> end(Provider provider, String door, String idToken) {
        var back = provider.plan().at() + Local.entrance(door);
        return provider.plan().way() instanceof Way.Oidc way
                ? oidc.end(provider, way, idToken, back)
                : Optional.empty();
    }

    void removeOld() {
        jdbc.sql("DELETE FROM gateway.sign_out WHERE created_at < :before")
                .param("before", at(clock.instant().minus(KEPT)))
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
