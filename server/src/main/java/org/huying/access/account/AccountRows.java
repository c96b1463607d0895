package org.huying.access.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Accounts;
import org.huying.access.Caller;
import org.huying.access.sql.Columns;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table of accounts. Attempts to sign in are counted before they are checked, so that guesses in parallel count too.
@Repository
class AccountRows {
    private static final String STATE =
            """
            SELECT region, id, login, name, kind, status, password_hash, password_history, totp_sealed, totp_pending,
                   failed_count, locked_until FROM access.account
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;
    private final Clock clock;

    AccountRows(
            JdbcClient jdbc,
            NamedParameterJdbcTemplate batch,
            @Qualifier("wallClock") Clock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.clock = clock;
    }

    void insert(List<AccountRow> accounts) {
        var now = Columns.of(clock.instant());
        var rows =
                accounts.stream()
                        .map(row ->
                                new MapSqlParameterSource()
                                        .addValue("region", row.account().region())
                                        .addValue("id", row.id())
                                        .addValue("login", row.account().login())
                                        .addValue("name", row.account().name())
                                        .addValue("kind", row.account().kind().name())
                                        .addValue("hash", row.hash().orElse(null))
                                        .addValue("must", row.account().mustChangePassword())
                                        .addValue("now", now))
                        .toArray(MapSqlParameterSource[]::new);
        batch.batchUpdate(
                """
                INSERT INTO access.account (region, id, login, name, kind, password_hash, password_changed_at,
                                            must_change_password, created_at, changed_at)
                VALUES (:region, :id, :login, :name, :kind, :hash, :now, :must, :now, :now)
                """,
                rows);
    }

    Optional<AccountState> byId(String region, UUID id) {
        return jdbc.sql(STATE + " WHERE region = :region AND id = :id")
                .param("region", region)
                .param("id", id)
                .query((row, _) -> state(row))
                .optional();
    }

    /// The same, locked until the end of the transaction: changes of one account come one after another.
    Optional<AccountState> locked(String region, UUID id) {
        return jdbc.sql(STATE + " WHERE region = :region AND id = :id FOR UPDATE")
                .param("region", region)
                .param("id", id)
                .query((row, _) -> state(row))
                .optional();
    }

    /// By login; without a region only when no two regions have it.
    Optional<AccountState> byLogin(Optional<String> region, String login) {
        var found =
                jdbc.sql(
                                STATE
                                        + " WHERE login = :login AND (:region::text IS NULL OR region = :region) LIMIT 2")
                        .param("login", login)
                        .param("region", region.orElse(null))
                        .query((row, _) -> state(row))
                        .list();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /// Those with these logins, locked until the end of the transaction in an order that is always the same.
    List<AccountState> lockedByLogins(String region, Collection<String> logins) {
        return jdbc.sql(
                        STATE
                                + " WHERE region = :region AND login = ANY (:logins) ORDER BY id FOR UPDATE")
                .param("region", region)
                .param("logins", logins.toArray(String[]::new))
                .query((row, _) -> state(row))
                .list();
    }

    /// Counts one attempt, and locks the account at the fifth. False while it is locked.
    boolean countAttempt(AccountState account, Instant now, Instant lockUntil) {
        return jdbc.sql(
                                """
                                UPDATE access.account
                                   SET failed_count = CASE WHEN locked_until IS NULL THEN failed_count + 1 ELSE 1 END,
                                       locked_until = CASE WHEN locked_until IS NULL AND failed_count >= 4 THEN :until::timestamptz END
                                 WHERE region = :region AND id = :id AND status = 'active'
                                   AND (locked_until IS NULL OR locked_until <= :now)
                                """)
                        .param("region", account.region())
                        .param("id", account.id())
                        .param("now", Columns.of(now))
                        .param("until", Columns.of(lockUntil))
                        .update()
                == 1;
    }

    /// Takes one counted attempt back: the password was right and only the code was not sent yet.
    void uncountAttempt(String region, UUID id) {
        jdbc.sql(
                        """
                        UPDATE access.account SET failed_count = greatest(failed_count - 1, 0), locked_until = NULL
                         WHERE region = :region AND id = :id
                        """)
                .param("region", region)
                .param("id", id)
                .update();
    }

    void clearAttempts(String region, UUID id) {
        jdbc.sql(
                        """
                        UPDATE access.account SET failed_count = 0, locked_until = NULL
                         WHERE region = :region AND id = :id
                        """)
                .param("region", region)
                .param("id", id)
                .update();
    }

    void setPassword(AccountState account, String hash, List<String> history, boolean mustChange) {
        jdbc.sql(
                        """
                        UPDATE access.account
                           SET password_hash = :hash, password_history = :history, password_changed_at = :now,
                               must_change_password = :must, failed_count = 0, locked_until = NULL,
                               changed_at = :now, version = version + 1
                         WHERE region = :region AND id = :id
                        """)
                .param("hash", hash)
                .param("history", history.toArray(String[]::new))
                .param("must", mustChange)
                .param("now", Columns.of(clock.instant()))
                .param("region", account.region())
                .param("id", account.id())
                .update();
    }

    void setActive(String region, UUID id, boolean active) {
        jdbc.sql(
                        """
                        UPDATE access.account SET status = :status, changed_at = :now, version = version + 1
                         WHERE region = :region AND id = :id
                        """)
                .param("status", active ? "active" : "disabled")
                .param("now", Columns.of(clock.instant()))
                .param("region", region)
                .param("id", id)
                .update();
    }

    boolean isEmpty() {
        return jdbc.sql("SELECT NOT EXISTS (SELECT 1 FROM access.account)")
                .query(Boolean.class)
                .single();
    }

    Map<UUID, String> names(String region, Collection<UUID> ids) {
        var names = new HashMap<UUID, String>();
        jdbc.sql("SELECT id, name FROM access.account WHERE region = :region AND id = ANY(:ids)")
                .param("region", region)
                .param("ids", ids.stream().distinct().toArray(UUID[]::new))
                .query((row, _) -> Map.entry(Columns.id(row, "id"), row.getString("name")))
                .list()
                .forEach(each -> names.put(each.getKey(), each.getValue()));
        return names;
    }

    Map<String, Accounts.Named> byLogins(String region, Collection<String> logins) {
        var found = new HashMap<String, Accounts.Named>();
        jdbc.sql(
                        "SELECT id, login, name FROM access.account WHERE region = :region AND login = ANY(:logins)")
                .param("region", region)
                .param("logins", logins.stream().distinct().toArray(String[]::new))
                .query(row -> {
                    found.put(
                            row.getString("login"),
                            new Accounts.Named(Columns.id(row, "id"), row.getString("name")));
                });
        return found;
    }

    private static AccountState state(ResultSet row) throws SQLException {
        return new AccountState(
                row.getString("region"),
                Columns.id(row, "id"),
                row.getString("login"),
                row.getString("name"),
                Caller.Kind.valueOf(row.getString("kind")),
                row.getString("status").equals("active"),
                Optional.ofNullable(row.getString("password_hash")),
                Columns.texts(row, "password_history"),
                Optional.ofNullable(row.getBytes("totp_sealed")).map(SealedSecret::new),
                Optional.ofNullable(row.getBytes("totp_pending")).map(SealedSecret::new),
                row.getInt("failed_count"),
                Columns.maybeInstant(row, "locked_until"));
    }
}
