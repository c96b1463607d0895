package org.huying.access.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.sql.Columns;
import org.huying.database.AfterCommit;
import org.huying.database.Ids;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// Opens, resolves and ends sessions. Resolving answers from memory for 5 s, so an ended session may live that long on
/// another node, and never longer.
@Service
public class Sessions {
    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final Duration TOUCH = Duration.ofMinutes(1);

    private final SessionRows rows;
    private final JdbcClient jdbc;
    private final AccessSettings settings;
    private final Touches touches;
    private final Clock clock;
    private final Cache<ByteBuffer, Optional<Session>> known =
            Caffeine.newBuilder().maximumSize(50_000).expireAfterWrite(FRESH).build();

    Sessions(
            SessionRows rows,
            JdbcClient jdbc,
            AccessSettings settings,
            Touches touches,
            @Qualifier("wallClock") Clock clock) {
        this.rows = rows;
        this.jdbc = jdbc;
        this.settings = settings;
        this.touches = touches;
        this.clock = clock;
    }

    /// Who is behind this token; empty when nobody is any more.
    public Optional<Session> resolve(Token token) {
        var session = look(token);
        session.filter(found -> touchable(found, clock.instant()))
                .ifPresent(_ -> touches.add(token));
        return session;
    }

    /// The same without using the session: it may run out meanwhile.
    public Optional<Session> look(Token token) {
        var now = clock.instant();
        return known.get(ByteBuffer.wrap(token.hash()), _ -> rows.find(token, now))
                .filter(found -> found.liveAt(now));
    }

    private static boolean touchable(Session session, Instant now) {
        return session.idle().isPresent() && session.lastSeen().plus(TOUCH).isBefore(now);
    }

    /// Opens a session of a resident or of an account and answers its token.
    public Token open(String region, UUID account, boolean resident, Origin origin) {
        return open(region, account, resident, Optional.empty(), origin);
    }

    /// The same for staff for whom a provider may have vouched.
    public Token open(String region, UUID account, Optional<String> provider, Origin origin) {
        return open(region, account, false, provider, origin);
    }

    private Token open(
            String region,
            UUID account,
            boolean resident,
            Optional<String> provider,
            Origin origin) {
        var token = Token.fresh(region, Token.Kind.SESSION);
        var now = clock.instant();
        var lasts = resident ? settings.residentAbsolute() : settings.absolute();
        rows.insert(
                new NewSession(
                        token,
                        Ids.next(),
                        account,
                        resident,
                        provider,
                        now,
                        now.plus(lasts),
                        origin));
        return token;
    }

    /// Reads the session anew at its next call.
    public void forget(Token token) {
        AfterCommit.run(() -> known.invalidate(ByteBuffer.wrap(token.hash())));
    }

    public List<SessionView> live(String region, UUID account) {
        return jdbc.sql(
                        """
                        SELECT id, created_at, last_seen, expires_at, address, agent FROM access.session
                         WHERE region = :region AND account = :account AND revoked_at IS NULL AND expires_at > :now
                         ORDER BY last_seen DESC LIMIT 100
                        """)
                .param("region", region)
                .param("account", account)
                .param("now", Columns.of(clock.instant()))
                .query((row, _) ->
                        new SessionView(
                                Columns.id(row, "id"),
                                Columns.instant(row, "created_at"),
                                Columns.instant(row, "last_seen"),
                                Columns.instant(row, "expires_at"),
                                row.getString("address"),
                                row.getString("agent")))
                .list();
    }

    /// Ends one session, or all of the account; answers how many were ended.
    public int revoke(String region, UUID account, Optional<UUID> session) {
        var ended =
                jdbc.sql(
                                """
                                UPDATE access.session SET revoked_at = :now
                                 WHERE region = :region AND account = :account AND revoked_at IS NULL
                                   AND (:session::uuid IS NULL OR id = :session::uuid)
                                RETURNING token_hash
                                """)
                        .param("region", region)
                        .param("account", account)
                        .param("session", session.orElse(null))
                        .param("now", Columns.of(clock.instant()))
                        .query((row, _) -> ByteBuffer.wrap(row.getBytes(1)))
                        .list();
        AfterCommit.run(() -> known.invalidateAll(ended));
        return ended.size();
    }

    /// Ends all sessions of the account but this one.
    public void revokeOthers(Session mine) {
        var ended =
                jdbc.sql(
                                """
                                UPDATE access.session SET revoked_at = :now
                                 WHERE region = :region AND account = :account AND revoked_at IS NULL AND id <> :mine
                                RETURNING token_hash
                                """)
                        .param("region", mine.region())
                        .param("account", mine.caller().account())
                        .param("mine", mine.id())
                        .param("now", Columns.of(clock.instant()))
                        .query((row, _) -> ByteBuffer.wrap(row.getBytes(1)))
                        .list();
        AfterCommit.run(() -> known.invalidateAll(ended));
    }

    /// Removes sessions that ended more than a week ago.
    public void removeOld() {
        var before = Columns.of(clock.instant().minus(Duration.ofDays(7)));
        jdbc.sql("DELETE FROM access.session WHERE expires_at < :before OR revoked_at < :before")
                .param("before", before)
                .update();
    }

    /// Makes every cached session be read anew, after grants, roles or an account changed on this node.
    public void forgetAll() {
        AfterCommit.run(known::invalidateAll);
    }
}
