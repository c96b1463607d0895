package org.huying.access.account;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.sql.Columns;
import org.huying.database.Where;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Lists accounts of a region, newest first, by keyset.
@Repository
public class AccountList {

    /// What to look for; everything may be empty. `text` is the beginning of a login or of a name.
    public record Query(
            Optional<String> text, Optional<String> role, Optional<UUID> after, int limit) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    AccountList(JdbcClient jdbc, @Qualifier("wallClock") Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public List<AccountView> page(String region, Query query) {
        return read(
                Where.all()
                        .and("a.region = :region", "region", region)
                        .andIf(query.after(), "a.id < :after", "after")
                        .andIf(
                                query.text().map(AccountList::beginning),
                                "a.login LIKE :text OR a.name LIKE :text",
                                "text")
                        .andIf(
                                query.role(),
                                """
                                EXISTS (SELECT 1 FROM access.role_grant g WHERE g.region = a.region AND g.account = a.id
                                           AND g.role = :role AND (g.valid_to IS NULL OR g.valid_to > :now))
                                """,
                                "role"),
                query.limit());
    }

    public Optional<AccountView> one(String region, UUID id) {
        return read(
                        Where.all()
                                .and("a.region = :region", "region", region)
                                .and("a.id = :id", "id", id),
                        1)
                .stream()
                .findFirst();
    }

    private List<AccountView> read(Where where, int limit) {
        return jdbc.sql(
                        """
                        SELECT a.id, a.login, a.name, a.kind, a.status, a.totp_sealed IS NOT NULL AS second_factor,
                               a.must_change_password, CASE WHEN a.locked_until > :now THEN a.locked_until END AS locked_until,
                               a.created_at, a.version,
                               ARRAY(SELECT DISTINCT g.role FROM access.role_grant g
                                      WHERE g.region = a.region AND g.account = a.id
                                        AND (g.valid_to IS NULL OR g.valid_to > :now) ORDER BY g.role) AS roles
                          FROM access.account a WHERE
                        """
                                + where.sql()
                                + " ORDER BY a.id DESC LIMIT :limit")
                .params(where.params())
                .param("now", Columns.of(clock.instant()))
                .param("limit", limit)
                .query((row, _) ->
                        new AccountView(
                                Columns.id(row, "id"),
                                row.getString("login"),
                                row.getString("name"),
                                row.getString("kind"),
                                row.getString("status"),
                                row.getBoolean("second_factor"),
                                row.getBoolean("must_change_password"),
                                Columns.maybeInstant(row, "locked_until"),
                                Columns.instant(row, "created_at"),
                                Columns.texts(row, "roles"),
                                row.getInt("version")))
                .list();
    }

    private static String beginning(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
