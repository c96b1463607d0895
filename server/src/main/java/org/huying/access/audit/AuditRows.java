package org.huying.access.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.sql.Columns;
import org.huying.database.Where;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads the audit.
@Repository
public class AuditRows {
    private static final String COLUMNS =
            "SELECT region, id, at, account, kind, act, subject, reason, digest FROM access.audit WHERE ";

    /// What to look for; everything may be empty. Newest first; `before` is the last id of the page before.
    public record Query(
            Optional<UUID> account,
            Optional<String> act,
            Optional<java.time.Instant> from,
            Optional<java.time.Instant> to,
            Optional<UUID> before,
            int limit) {}

    /// A row with the digest that was stored beside it.
    static final class Stored {
        private final AuditRow row;
        private final byte[] digest;

        private Stored(AuditRow row, byte[] digest) {
            this.row = row;
            this.digest = digest;
        }

        AuditRow row() {
            return row;
        }

        boolean intact() {
            return Arrays.equals(row.digest(), digest);
        }

        boolean has(byte[] sealed) {
            return Arrays.equals(sealed, digest);
        }
    }

    private final JdbcClient jdbc;

    AuditRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A row with the name that whoever did it has now; empty for residents and for whoever has no account.
    public record Named(AuditRow row, Optional<String> name) {}

    /// Accounts of the whole country stand in a region of their own.
    public List<Named> page(String region, Query query) {
        var where =
                Where.all()
                        .and("a.region = :region", "region", region)
                        .andIf(query.account(), "a.account = :account", "account")
                        .andIf(query.act(), "a.act = :act", "act")
                        .andIf(query.from().map(Columns::of), "a.at >= :from", "from")
                        .andIf(query.to().map(Columns::of), "a.at < :to", "to")
                        .andIf(query.before(), "a.id < :before", "before");
        return jdbc.sql(
                        """
                        SELECT a.region, a.id, a.at, a.account, a.kind, a.act, a.subject, a.reason, a.digest, n.name
                          FROM access.audit a
                          LEFT JOIN access.account n ON n.region IN (a.region, '000000') AND n.id = a.account
                         WHERE %s
                         ORDER BY a.id DESC LIMIT :limit
                        """
                                .formatted(where.sql()))
                .params(where.params())
                .param("limit", query.limit())
                .query((row, _) ->
                        new Named(stored(row).row(), Optional.ofNullable(row.getString("name"))))
                .list();
    }

    Map<UUID, Stored> byId(String region, Collection<UUID> ids) {
        var found = new HashMap<UUID, Stored>();
        jdbc.sql(COLUMNS + "region = :region AND id = ANY(:ids)")
                .param("region", region)
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, _) -> stored(row))
                .list()
                .forEach(each -> found.put(each.row().id(), each));
        return found;
    }

    /// Rows after the last seal, in order.
    List<Stored> unsealed(String region) {
        return jdbc.sql(
                        """
                        SELECT a.region, a.id, a.at, a.account, a.kind, a.act, a.subject, a.reason, a.digest
                          FROM access.audit a LEFT JOIN access.audit_head h ON h.region = a.region
                         WHERE a.region = :region
                           AND (a.xid, a.id) > (coalesce(h.xid, '0'), coalesce(h.id, '00000000-0000-0000-0000-000000000000'))
                         ORDER BY a.xid, a.id LIMIT 10000
                        """)
                .param("region", region)
                .query((row, _) -> stored(row))
                .list();
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                new AuditRow(
                        row.getString("region"),
                        Columns.id(row, "id"),
                        Columns.instant(row, "at"),
                        Columns.id(row, "account"),
                        row.getString("kind"),
                        row.getString("act"),
                        row.getString("subject"),
                        Optional.ofNullable(row.getString("reason"))),
                row.getBytes("digest"));
    }
}
