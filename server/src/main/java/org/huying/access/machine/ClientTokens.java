package org.huying.access.machine;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.huying.access.machine.OAuthRefusal.Kind;
import org.huying.access.role.Role;
import org.huying.access.role.Roles;
import org.huying.access.session.Beat;
import org.huying.access.session.Sessions;
import org.huying.access.session.Token;
import org.huying.access.sql.Columns;
import org.huying.database.Ids;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// Short-lived tokens of machines. A scope is a permission; a token has those that were asked for, as far as the roles of
/// the machine still give them at each call.
@Service
public class ClientTokens extends Beat {
    private static final int MOST = 100;
    private static final Duration CLEANED = Duration.ofHours(1);
    private static final long WAIT = 60;

    /// A token just made.
    public record Granted(Token token, Duration lasts, List<String> scopes) {}

    private final JdbcClient jdbc;
    private final Roles roles;
    private final Sessions sessions;
    private final MachineSettings settings;
    private final Clock clock;

    ClientTokens(
            JdbcClient jdbc,
            Roles roles,
            Sessions sessions,
            MachineSettings settings,
            @Qualifier("wallClock") Clock clock) {
        super("client-tokens", CLEANED);
        this.jdbc = jdbc;
        this.roles = roles;
        this.sessions = sessions;
        this.settings = settings;
        this.clock = clock;
    }

    /// Makes a token for what was asked for, or for everything the machine may do when nothing was. Throws `OAuthRefusal`
    /// for what the machine may not do, and where a hundred tokens of the secret are still good.
    ///
    /// @param asked scopes with blanks between them
    public Granted grant(ClientSecrets.Proven who, String asked) {
        var may = permissions(who.machine());
        var scopes = scopes(asked, may);
        var token = Token.fresh(who.machine().region(), Token.Kind.ACCESS);
        var now = clock.instant();
        int rows =
                jdbc.sql(
                                """
                                INSERT INTO access.client_token
                                       (region, token_hash, id, account, secret, scopes, created_at, expires_at)
                                SELECT :region, :hash, :id, :account, :secret, :scopes, :now, :expires
                                 WHERE (SELECT count(*) FROM access.client_token
                                         WHERE region = :region AND secret = :secret AND revoked_at IS NULL
                                           AND expires_at > :now) < :most
                                """)
                        .param("region", who.machine().region())
                        .param("hash", token.hash())
                        .param("id", Ids.next())
                        .param("account", who.machine().account())
                        .param("secret", who.secret())
                        .param("scopes", scopes.toArray(String[]::new))
                        .param("now", Columns.of(now))
                        .param("expires", Columns.of(now.plus(settings.tokenLasts())))
                        .param("most", MOST)
                        .update();
        if (rows == 0) {
            throw new OAuthRefusal(
                    Kind.TEMPORARILY_UNAVAILABLE,
                    "A hundred tokens of this secret are still good: use one of them",
                    WAIT);
        }
        return new Granted(token, settings.tokenLasts(), List.copyOf(scopes));
    }

    private static Set<String> scopes(String asked, Set<String> may) {
        var scopes = new TreeSet<String>();
        Arrays.stream(asked.split(" ", -1)).filter(it -> !it.isEmpty()).forEach(scopes::add);
        if (scopes.isEmpty()) {
            scopes.addAll(may);
        }
        if (scopes.isEmpty() || !may.containsAll(scopes)) {
            throw new OAuthRefusal(
                    Kind.INVALID_SCOPE, "A scope is none that the roles of this client give");
        }
        return scopes;
    }

    private Set<String> permissions(Machine machine) {
        var known = roles.of(machine.region());
        var may = new TreeSet<String>();
        jdbc.sql(
                        """
                        SELECT DISTINCT role FROM access.role_grant
                         WHERE region = :region AND account = :account AND valid_from <= :now
                           AND (valid_to IS NULL OR valid_to > :now)
                        """)
                .param("region", machine.region())
                .param("account", machine.account())
                .param("now", Columns.of(clock.instant()))
                .query(String.class)
                .list()
                .forEach(key -> {
                    Role role = known.get(key);
                    if (role != null) {
                        may.addAll(role.permissions());
                    }
                });
        return may;
    }

    /// Ends a token of this machine; whatever else it is given does nothing (RFC 7009 §2.2).
    public void revoke(Machine machine, String text) {
        var token = Token.parse(text).filter(it -> it.kind() == Token.Kind.ACCESS);
        if (token.isPresent() && token.get().region().equals(machine.region())) {
            jdbc.sql(
                            """
                            UPDATE access.client_token SET revoked_at = :now
                             WHERE region = :region AND token_hash = :hash AND account = :account AND revoked_at IS NULL
                            """)
                    .param("region", machine.region())
                    .param("hash", token.get().hash())
                    .param("account", machine.account())
                    .param("now", Columns.of(clock.instant()))
                    .update();
            sessions.forget(token.get());
        }
    }

    @Override
    protected void beat() {
        jdbc.sql("DELETE FROM access.client_token WHERE expires_at < :before")
                .param("before", Columns.of(clock.instant().minus(Duration.ofDays(1))))
                .update();
    }
}
