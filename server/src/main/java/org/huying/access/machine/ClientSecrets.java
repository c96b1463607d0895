package org.huying.access.machine;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.huying.access.Audit;
import org.huying.access.Caller;
import org.huying.access.session.Sessions;
import org.huying.access.session.Token;
import org.huying.access.sql.Columns;
import org.huying.database.Ids;
import org.huying.problem.Problem;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The secrets by which machines prove who they are when they ask for a token. A machine may have several, so that one
/// can take the place of another without a gap. Their text is shown once.
@Service
public class ClientSecrets {
    private static final int MOST = 20;
    private static final Pattern CLIENT =
            Pattern.compile("([0-9]{6})\\.([a-z0-9][a-z0-9._-]{1,39})");

    /// A secret just made, with the name by which the machine calls itself.
    public record Issued(UUID id, String client, Token secret) {}

    /// A secret without its text.
    public record Listed(
            UUID id,
            String name,
            Instant createdAt,
            Optional<Instant> expiresAt,
            Optional<Instant> usedAt) {}

    /// A machine that proved who it is, and by which secret.
    public record Proven(Machine machine, UUID secret) {}

    private final JdbcClient jdbc;
    private final Machines machines;
    private final Sessions sessions;
    private final Audit audit;
    private final Clock clock;

    ClientSecrets(
            JdbcClient jdbc,
            Machines machines,
            Sessions sessions,
            Audit audit,
            @Qualifier("wallClock") Clock clock) {
        this.jdbc = jdbc;
        this.machines = machines;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
    }

    /// Throws `Problem.NOT_FOUND` for what is no machine, `Problem.TOO_MANY` where there are twenty.
    @Transactional
    public Issued issue(Caller by, Machine machine, String name, Optional<Instant> expires) {
        var line = machines.one(machine);
        var issued =
                new Issued(
                        Ids.next(),
                        machine.region() + "." + line.login(),
                        Token.fresh(machine.region(), Token.Kind.CLIENT));
        int rows =
                jdbc.sql(
                                """
                                INSERT INTO access.client_secret
                                       (region, id, account, name, secret_hash, created_at, created_by, expires_at)
                                SELECT :region, :id, :account, :name, :hash, :now, :by, :expires::timestamptz
                                 WHERE (SELECT count(*) FROM access.client_secret
                                         WHERE region = :region AND account = :account AND revoked_at IS NULL) < :most
                                """)
                        .param("region", machine.region())
                        .param("id", issued.id())
                        .param("account", machine.account())
                        .param("name", name)
                        .param("hash", issued.secret().hash())
                        .param("now", Columns.of(clock.instant()))
                        .param("by", by.account())
                        .param("expires", Columns.of(expires))
                        .param("most", MOST)
                        .update();
        if (rows == 0) {
            throw Problem.TOO_MANY.with("一个程序最多 20 个密钥", "A machine has at most 20 secrets");
        }
        record(by, machine, "client-secret-created", issued.id());
        return issued;
    }

    public List<Listed> of(Machine machine) {
        return jdbc.sql(
                        """
                        SELECT id, name, created_at, expires_at, used_at FROM access.client_secret
                         WHERE region = :region AND account = :account AND revoked_at IS NULL ORDER BY id LIMIT 100
                        """)
                .param("region", machine.region())
                .param("account", machine.account())
                .query((row, _) ->
                        new Listed(
                                Columns.id(row, "id"),
                                row.getString("name"),
                                Columns.instant(row, "created_at"),
                                Columns.maybeInstant(row, "expires_at"),
                                Columns.maybeInstant(row, "used_at")))
                .list();
    }

    /// Takes a secret away, with every token that it got.
    @Transactional
    public void revoke(Caller by, Machine machine, UUID id) {
        int rows =
                jdbc.sql(
                                """
                                UPDATE access.client_secret SET revoked_at = :now
                                 WHERE region = :region AND account = :account AND id = :id AND revoked_at IS NULL
                                """)
                        .param("region", machine.region())
                        .param("account", machine.account())
                        .param("id", id)
                        .param("now", Columns.of(clock.instant()))
                        .update();
        if (rows == 0) {
            throw Problem.NOT_FOUND.plain();
        }
        jdbc.sql(
                        """
                        UPDATE access.client_token SET revoked_at = :now
                         WHERE region = :region AND secret = :id AND revoked_at IS NULL
                        """)
                .param("region", machine.region())
                .param("id", id)
                .param("now", Columns.of(clock.instant()))
                .update();
        record(by, machine, "client-secret-revoked", id);
        sessions.forgetAll();
    }

    private void record(Caller by, Machine machine, String act, UUID secret) {
        audit.acted(
                by,
                machine.region(),
                act,
                "account " + machine.account(),
                Optional.of(secret.toString()));
    }

    /// Who calls itself `client` and knows this secret; empty for anybody else, and for accounts that are disabled.
    public Optional<Proven> proven(String client, String secret) {
        var name = CLIENT.matcher(client);
        var token = Token.parse(secret).filter(it -> it.kind() == Token.Kind.CLIENT);
        if (!name.matches() || token.isEmpty() || !token.get().region().equals(name.group(1))) {
            return Optional.empty();
        }
        return jdbc.sql(
                        """
                        UPDATE access.client_secret s SET used_at = :now
                          FROM access.account a
                         WHERE s.region = :region AND s.secret_hash = :hash AND s.revoked_at IS NULL
                           AND (s.expires_at IS NULL OR s.expires_at > :now)
                           AND a.region = s.region AND a.id = s.account AND a.login = :login
                           AND a.kind = 'MACHINE' AND a.status = 'active'
                        RETURNING s.id, s.account
                        """)
                .param("region", name.group(1))
                .param("login", name.group(2))
                .param("hash", token.get().hash())
                .param("now", Columns.of(clock.instant()))
                .query((row, _) ->
                        new Proven(
                                new Machine(name.group(1), Columns.id(row, "account")),
                                Columns.id(row, "id")))
                .optional();
    }
}
