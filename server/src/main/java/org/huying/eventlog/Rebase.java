package org.huying.eventlog;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Rewrites the transaction numbers of a restored log. What every consumer has applied becomes transaction 1; the rest
/// is numbered 2, 3, … in its old order. If the new cluster has not yet seen that many transactions, empty ones are run.
final class Rebase {
    private static final int MARGIN = 10;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Rebase(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    void run() {
        transaction.executeWithoutResult(_ -> renumber());
        var highest = number("SELECT coalesce(max(xid::text::bigint), 0) FROM eventlog.event");
        var reached = number("SELECT pg_current_xact_id()::text::bigint");
        if (highest + MARGIN > reached) {
            burn(highest + MARGIN - reached);
        }
    }

    private void renumber() {
        jdbc.sql("CREATE TEMPORARY TABLE renumbered ON COMMIT DROP AS " + RANKS).update();
        jdbc.sql(
                        """
                        UPDATE eventlog.cursor c
                           SET xid = coalesce(r.fresh, 1)::text::xid8,
                               id = CASE WHEN r.old = c.xid THEN c.id ELSE 'ffffffff-ffff-ffff-ffff-ffffffffffff' END
                          FROM eventlog.cursor s
                          LEFT JOIN LATERAL (SELECT old, fresh FROM renumbered WHERE old <= s.xid ORDER BY old DESC LIMIT 1) r ON true
                         WHERE s.consumer = c.consumer AND c.xid > '0'
                        """)
                .update();
        jdbc.sql(
                        """
                        UPDATE eventlog.event e
                           SET xid = coalesce((SELECT fresh FROM renumbered WHERE old = e.xid AND e.id > after), 1)::text::xid8
                        """)
                .update();
    }

    private void burn(long transactions) {
        for (long left = transactions; left > 0; left--) {
            jdbc.sql("SELECT pg_current_xact_id()").query(String.class).single();
        }
    }

    private long number(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    /// Old and new number of every transaction that has events some consumer still owes; of the one in which the least
    /// advanced consumer stands only the events `after` its cursor.
    private static final String RANKS =
            """
            WITH least AS (SELECT xid, id FROM eventlog.cursor ORDER BY xid, id LIMIT 1)
            SELECT e.xid AS old,
                   1 + row_number() OVER (ORDER BY e.xid) AS fresh,
                   CASE WHEN e.xid = l.xid THEN l.id ELSE '00000000-0000-0000-0000-000000000000' END AS after
              FROM least l JOIN eventlog.event e ON (e.xid, e.id) > (l.xid, l.id)
             GROUP BY e.xid, l.xid, l.id
            """;
}
