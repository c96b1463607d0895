package org.huying.access.account;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

/// Tokens for machines. Their text is shown once; a revoked one may live 5 s longer on another node.
@Service
public class ApiTokens {

    /// A token just made.
    public record Issued(UUID id, Token token) {}

    /// A token without its text.
    public record Listed(
            UUID id, String name, Instant createdAt, UUID createdBy, Optional<Instant> expiresAt) {}

    private final JdbcClient jdbc;
    private final AccountRows accounts;
    private final Sessions sessions;
    private final Audit audit;
    private final Clock clock;

    ApiTokens(
            JdbcClient jdbc,
            AccountRows accounts,
            Sessions sessions,
            Audit audit,
            @Qualifier("wallClock") Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
    }

    /// Tokens are for accounts of machines only: people sign in.
    @Transactional
    public Issued issue(
            Caller by, String region, UUID account, String name, Optional<Instant> expires) {
        var owner = accounts.byId(region, account).orElseThrow(Problem.NOT_FOUND::plain);
        if (owner.kind() != Caller.Kind.MACHINE) {
            throw Problem.REFUSED.with("接口令牌只发给设备与系统账号", "API tokens are for machines only");
        }
        var issued = new Issued(Ids.next(), Token.fresh(region, Token.Kind.API));
        jdbc.sql(
                        """
                        INSERT INTO access.api_token (region, token_hash, id, account, name, created_at, created_by, expires_at)
                        VALUES (:region, :hash, :id, :account, :name, :now, :by, :expires::timestamptz)
                        """)
                .param("region", region)
                .param("hash", issued.token().hash())
                .param("id", issued.id())
                .param("account", account)
                .param("name", name)
                .param("now", Columns.of(clock.instant()))
                .param("by", by.account())
                .param("expires", Columns.of(expires))
                .update();
        audit.acted(
                by, region, "token-created", owner.subject(), Optional.of(issued.id().toString()));
        return issued;
    }

    public List<Listed> of(String region, UUID account) {
        return jdbc.sql(
                        """
                        SELECT id, name, created_at, created_by, expires_at FROM access.api_token
                         WHERE region = :region AND account = :account AND revoked_at IS NULL ORDER BY id LIMIT 200
                        """)
                .param("region", region)
                .param("account", account)
                .query((row, _) ->
                        new Listed(
                                Columns.id(row, "id"),
                                row.getString("name"),
                                Columns.instant(row, "created_at"),
                                Columns.id(row, "created_by"),
                                Columns.maybeInstant(row, "expires_at")))
                .list();
    }

    @Transactional
    public void revoke(Caller by, String region, UUID account, UUID id) {
        int rows =
                jdbc.sql(
                                """
                                UPDATE access.api_token SET revoked_at = :now
                                 WHERE region = :region AND account = :account AND id = :id AND revoked_at IS NULL
                                """)
                        .param("region", region)
                        .param("account", account)
                        .param("id", id)
                        .param("now", Columns.of(clock.instant()))
                        .update();
        if (rows == 0) {
            throw Problem.NOT_FOUND.plain();
        }
        audit.acted(by, region, "token-revoked", "account " + account, Optional.of(id.toString()));
        sessions.forgetAll();
    }
}
