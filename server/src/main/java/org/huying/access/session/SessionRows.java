package org.huying.access.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huying.access.Caller;
import org.huying.access.Grant;
import org.huying.access.role.Role;
import org.huying.access.role.Roles;
import org.huying.access.sql.Columns;
import org.huying.territory.TerritoryCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads who is behind a token: one statement for session, account and grants.
@Repository
class SessionRows {
    private static final String ACCOUNT =
            """
            a.name, a.kind, a.must_change_password, a.password_changed_at, a.password_hash IS NOT NULL AS has_password,
            a.totp_sealed IS NOT NULL AS second_factor, g.role, g.area, g.unit
            """;
    private static final String GRANTS =
            """
            LEFT JOIN access.role_grant g ON g.region = s.region AND g.account = s.account
                  AND g.valid_from <= :now AND (g.valid_to IS NULL OR g.valid_to > :now)
            """;

    private final JdbcClient jdbc;
    private final Roles roles;
    private final AccessSettings settings;

    SessionRows(JdbcClient jdbc, Roles roles, AccessSettings settings) {
        this.jdbc = jdbc;
        this.roles = roles;
        this.settings = settings;
    }

    /// The session or API token as it stands; empty when unknown, revoked, ended, or when its account is disabled.
    Optional<Session> find(Token token, Instant now) {
        return switch (token.kind()) {
            case SESSION -> session(token, now);
            case API -> api(token, now, "api_token", "NULL::text[]");
            case ACCESS -> api(token, now, "client_token", "s.scopes");
            case CLIENT -> Optional.empty();
        };
    }

    private Optional<Session> session(Token token, Instant now) {
        return jdbc.sql(
                        """
                        SELECT s.id, s.account, s.resident, s.provider, NULL::text[] AS scopes, s.created_at, s.last_seen, s.expires_at,
                        """
                                + ACCOUNT
                                + """
                                  FROM access.session s
                                  LEFT JOIN access.account a ON a.region = s.region AND a.id = s.account AND NOT s.resident
                                """
                                + GRANTS
                                + """
                                 WHERE s.region = :region AND s.token_hash = :hash AND s.revoked_at IS NULL
                                   AND (s.resident OR a.status = 'active')
                                """)
                .param("region", token.region())
                .param("hash", token.hash())
                .param("now", Columns.of(now))
                .query(reading(token, now));
    }

    /// @param scopes what it is good for, as SQL; null for whatever the roles give
    private Optional<Session> api(Token token, Instant now, String table, String scopes) {
        return jdbc.sql(
                        """
                        SELECT s.id, s.account, FALSE AS resident, NULL AS provider, s.created_at, s.created_at AS last_seen, s.expires_at,
                        """
                                + scopes
                                + " AS scopes, "
                                + ACCOUNT
                                + """
                                  FROM access.%s s
                                  JOIN access.account a ON a.region = s.region AND a.id = s.account
                                """
                                        .formatted(table)
                                + GRANTS
                                + """
                                 WHERE s.region = :region AND s.token_hash = :hash AND s.revoked_at IS NULL
                                   AND a.status = 'active'
                                """)
                .param("region", token.region())
                .param("hash", token.hash())
                .param("now", Columns.of(now))
                .query(reading(token, now));
    }

    private record Head(
            UUID id,
            UUID account,
            boolean resident,
            boolean outside,
            Instant createdAt,
            Instant lastSeen,
            Optional<Instant> expires,
            @Nullable String name,
            @Nullable String kind,
            boolean mustChange,
            Optional<Instant> passwordChanged,
            boolean hasPassword,
            boolean secondFactor,
            Optional<Set<String>> scopes) {}

    private record Held(Role role, Grant grant) {}

    private ResultSetExtractor<Optional<Session>> reading(Token token, Instant now) {
        return rows -> read(rows, token, now);
    }

    private Optional<Session> read(ResultSet rows, Token token, Instant now) throws SQLException {
        if (!rows.next()) {
            return Optional.empty();
        }
        var head = head(rows);
        var held = new ArrayList<Held>();
        var known = roles.of(token.region());
        do {
            var role = known.get(String.valueOf(rows.getString("role")));
            if (role != null) {
                held.add(new Held(role, grant(rows, role, head.scopes())));
            }
        } while (rows.next());
        return Optional.of(head.resident() ? resident(token, head) : staff(token, head, held, now));
    }

    private static Head head(ResultSet row) throws SQLException {
        return new Head(
                Columns.id(row, "id"),
                Columns.id(row, "account"),
                row.getBoolean("resident"),
                row.getString("provider") != null,
                Columns.instant(row, "created_at"),
                Columns.instant(row, "last_seen"),
                Columns.maybeInstant(row, "expires_at"),
                row.getString("name"),
                row.getString("kind"),
                row.getBoolean("must_change_password"),
                Columns.maybeInstant(row, "password_changed_at"),
                row.getBoolean("has_password"),
                row.getBoolean("second_factor"),
                row.getArray("scopes") == null
                        ? Optional.empty()
                        : Optional.of(Set.copyOf(Columns.texts(row, "scopes"))));
    }

    /// No more than the role gives, and of that no more than the token is good for.
    private static Grant grant(ResultSet row, Role role, Optional<Set<String>> scopes)
            throws SQLException {
        return new Grant(
                role.key(),
                Optional.ofNullable(row.getString("area")).map(TerritoryCode::of),
                Optional.ofNullable(row.getObject("unit", UUID.class)),
                scopes.map(it -> both(role.permissions(), it)).orElseGet(role::permissions));
    }

    private static Set<String> both(Set<String> one, Set<String> other) {
        return one.stream().filter(other::contains).collect(Collectors.toUnmodifiableSet());
    }

    private Session resident(Token token, Head head) {
        var role = roles.find(token.region(), "resident").orElseThrow();
        var area = Optional.of(TerritoryCode.of(token.region()));
        var grants = List.of(new Grant(role.key(), area, Optional.empty(), role.permissions()));
        var caller = new Caller(head.account(), Caller.Kind.RESIDENT, "居民", grants);
        return session(token, head, caller, Restriction.NONE, settings.residentIdle());
    }

    private Session staff(Token token, Head head, List<Held> held, Instant now) {
        boolean admin = held.stream().anyMatch(each -> each.role().admin());
        var kind = Caller.Kind.valueOf(String.valueOf(head.kind()));
        var restriction = restriction(token, head, held, admin, now);
        var grants = held.stream().map(Held::grant).toList();
        var caller = new Caller(head.account(), kind, String.valueOf(head.name()), grants);
        var idle = admin ? settings.adminIdle() : settings.idle();
        return session(token, head, caller, restriction, idle);
    }

    /// A restricted caller is signed in but carries no grants.
    private static Session session(
            Token token, Head head, Caller caller, Restriction restriction, Duration idle) {
        var visible =
                restriction == Restriction.NONE
                        ? caller
                        : new Caller(caller.account(), caller.kind(), caller.name(), List.of());
        return new Session(
                token,
                head.id(),
                token.region(),
                visible,
                caller.grants().stream().map(Grant::role).distinct().toList(),
                restriction,
                head.createdAt(),
                head.lastSeen(),
                head.expires(),
                token.kind() == Token.Kind.SESSION ? Optional.of(idle) : Optional.empty());
    }

    private Restriction restriction(
            Token token, Head head, List<Held> held, boolean admin, Instant now) {
        if (token.kind() != Token.Kind.SESSION) {
            return Restriction.NONE;
        }
        var age = Duration.ofDays(admin ? 90 : 180);
        boolean old = head.passwordChanged().map(at -> at.plus(age).isBefore(now)).orElse(false);
        if (head.hasPassword() && !head.outside() && (head.mustChange() || old)) {
            return Restriction.CHANGE_PASSWORD;
        }
        boolean asked = held.stream().anyMatch(each -> each.role().secondFactor());
        return settings.secondFactor() && asked && !head.secondFactor()
                ? Restriction.ENROL_SECOND_FACTOR
                : Restriction.NONE;
    }

    void insert(NewSession session) {
        jdbc.sql(
                        """
                        INSERT INTO access.session (region, token_hash, id, account, resident, provider, created_at, last_seen,
                                                    expires_at, address, agent)
                        VALUES (:region, :hash, :id, :account, :resident, :provider, :now, :now, :expires, :address, :agent)
                        """)
                .param("region", session.token().region())
                .param("hash", session.token().hash())
                .param("id", session.id())
                .param("account", session.account())
                .param("resident", session.resident())
                .param("provider", session.provider().orElse(null))
                .param("now", Columns.of(session.at()))
                .param("expires", Columns.of(session.expires()))
                .param("address", session.origin().address())
                .param("agent", session.origin().agent())
                .update();
    }

    /// Moves `last_seen` forward for many sessions in one statement.
    void touch(Collection<Token> tokens, Instant now) {
        var regions = tokens.stream().map(Token::region).toArray(String[]::new);
        var hashes = tokens.stream().map(Token::hash).toArray(byte[][]::new);
        jdbc.sql(
                        """
                        UPDATE access.session s SET last_seen = :now
                          FROM unnest(:regions::text[], :hashes::bytea[]) AS t (region, token_hash)
                         WHERE s.region = t.region AND s.token_hash = t.token_hash AND s.last_seen < :now
                        """)
                .param("now", Columns.of(now))
                .param("regions", regions)
                .param("hashes", hashes)
                .update();
    }
}
