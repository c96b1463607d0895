package org.huying.access.audit;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.huying.access.session.Beat;
import org.huying.access.sql.Columns;
import org.huying.vault.Chain;
import org.huying.vault.Cipher;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Seals committed rows of the audit about once a second, in the order of their transactions, one node at a time for each
/// region. Rows younger than a beat are not sealed yet; a stop seals them.
@Component
public class Sealer extends Beat {
    private static final int BATCH = 500;

    private record Head(long seq, ByteBuffer hash, boolean restored) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Cipher cipher;
    private final Clock clock;

    Sealer(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Cipher cipher,
            @Qualifier("wallClock") Clock clock) {
        super("audit-sealer", Duration.ofSeconds(1));
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.cipher = cipher;
        this.clock = clock;
    }

    @Override
    protected void beat() {
        seal();
    }

    /// Seals everything that was committed before this call, as far as no older transaction is still open.
    public void seal() {
        for (var region : owed()) {
            boolean more = true;
            while (more) {
                more = Boolean.TRUE.equals(transaction.execute(_ -> batch(region)));
            }
        }
    }

    /// The regions with rows after their last seal: one step of the index for each region there is.
    private List<String> owed() {
        return jdbc.sql(
                        """
                        WITH RECURSIVE known AS (
                            SELECT min(region) AS region FROM access.audit
                            UNION ALL
                            SELECT (SELECT min(a.region) FROM access.audit a WHERE a.region > known.region)
                              FROM known WHERE known.region IS NOT NULL)
                        SELECT k.region FROM known k LEFT JOIN access.audit_head h ON h.region = k.region
                         WHERE k.region IS NOT NULL
                           AND (h.xid >= pg_snapshot_xmax(pg_current_snapshot()) OR EXISTS (SELECT 1 FROM access.audit a WHERE a.region = k.region
                                          AND (a.xid, a.id) > (coalesce(h.xid, '0'), coalesce(h.id, '00000000-0000-0000-0000-000000000000'))
                                          AND a.xid < pg_snapshot_xmin(pg_current_snapshot())))
                        """)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private record Row(UUID id, String xid, ByteBuffer digest) {}

    private boolean batch(String region) {
        jdbc.sql(
                        """
                        INSERT INTO access.audit_head (region, seq, xid, id, hash)
                        VALUES (:region, 0, '0', '00000000-0000-0000-0000-000000000000', :start) ON CONFLICT DO NOTHING
                        """)
                .param("region", region)
                .param("start", Chain.start())
                .update();
        var head =
                jdbc.sql(
                                """
                                SELECT seq, hash, xid >= pg_snapshot_xmax(pg_current_snapshot()) AS restored
                                  FROM access.audit_head WHERE region = :region FOR UPDATE SKIP LOCKED
                                """)
                        .param("region", region)
                        .query((row, _) ->
                                new Head(
                                        row.getLong("seq"),
                                        ByteBuffer.wrap(row.getBytes("hash")),
                                        row.getBoolean("restored")))
                        .optional();
        if (head.isEmpty()) {
            return false; // another node is at it
        }
        var rows = head.get().restored() ? leftOver(region) : rows(region);
        if (!rows.isEmpty()) {
            write(region, head.get(), rows);
        }
        if (head.get().restored() && rows.size() < BATCH) {
            restart(region);
        }
        return rows.size() == BATCH;
    }

    private List<Row> rows(String region) {
        return jdbc.sql(
                        """
                        SELECT a.id, a.xid::text AS xid, a.digest
                          FROM access.audit_head h JOIN access.audit a
                            ON a.region = h.region AND (a.xid, a.id) > (h.xid, h.id)
                         WHERE h.region = :region AND a.xid < pg_snapshot_xmin(pg_current_snapshot())
                         ORDER BY a.xid, a.id LIMIT :batch
                        """)
                .param("region", region)
                .param("batch", BATCH)
                .query((row, _) ->
                        new Row(
                                Columns.id(row, "id"),
                                row.getString("xid"),
                                ByteBuffer.wrap(row.getBytes("digest"))))
                .list();
    }

    /// After a restore into a new cluster the transaction numbers begin again and say nothing about the old rows: what no
    /// seal names is owed.
    private List<Row> leftOver(String region) {
        return jdbc.sql(
                        """
                        SELECT a.id, h.xid::text AS xid, a.digest
                          FROM access.audit a JOIN access.audit_head h ON h.region = a.region
                         WHERE a.region = :region AND a.xid < h.xid
                           AND NOT EXISTS (SELECT 1 FROM (SELECT unnest(s.ids) AS id FROM access.audit_seal s
                                                           WHERE s.region = :region) sealed WHERE sealed.id = a.id)
                         ORDER BY a.id LIMIT :batch
                        """)
                .param("region", region)
                .param("batch", BATCH)
                .query((row, _) ->
                        new Row(
                                Columns.id(row, "id"),
                                row.getString("xid"),
                                ByteBuffer.wrap(row.getBytes("digest"))))
                .list();
    }

    private void restart(String region) {
        jdbc.sql(
                        """
                        UPDATE access.audit_head
                           SET xid = pg_snapshot_xmin(pg_current_snapshot()), id = '00000000-0000-0000-0000-000000000000'
                         WHERE region = :region
                        """)
                .param("region", region)
                .update();
    }

    private void write(String region, Head head, List<Row> rows) {
        long seq = head.seq() + 1;
        var ids = rows.stream().map(Row::id).toList();
        var digests = rows.stream().map(row -> row.digest().array()).toList();
        var sum = Seal.rows(digests);
        var hash = Seal.link(head.hash().array(), region, seq, ids, sum);
        var last = rows.getLast();
        jdbc.sql(
                        """
                        WITH sealed AS (
                            INSERT INTO access.audit_seal (region, seq, ids, digests, rows_hash, previous, hash, mac, sealed_at)
                            VALUES (:region, :seq, :ids, :digests, :sum, :previous, :hash, :mac, :now))
                        UPDATE access.audit_head SET seq = :seq, xid = :xid::xid8, id = :id, hash = :hash
                         WHERE region = :region
                        """)
                .param("region", region)
                .param("seq", seq)
                .param("ids", ids.toArray(UUID[]::new))
                .param("digests", digests.toArray(byte[][]::new))
                .param("sum", sum)
                .param("previous", head.hash().array())
                .param("hash", hash)
                .param("mac", Seal.mac(cipher, hash))
                .param("now", Columns.of(clock.instant()))
                .param("xid", last.xid())
                .param("id", last.id())
                .update();
    }
}
