package org.huying.access.once;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.huying.access.sql.Columns;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of `access.kept_answer`.
@Repository
public class KeptAnswers {
    private static final Duration KEPT = Duration.ofDays(2);
    private static final int BATCH = 1_000;

    private final JdbcClient jdbc;
    private final Clock clock;

    KeptAnswers(JdbcClient jdbc, @Qualifier("wallClock") Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Takes the key until the end of the transaction; false while another transaction has it, on any server.
    boolean take(byte[] key) {
        return jdbc.sql("SELECT pg_try_advisory_xact_lock(:lock)")
                .param("lock", ByteBuffer.wrap(key).getLong())
                .query(Boolean.class)
                .single();
    }

    Optional<KeptAnswer> find(String region, byte[] key) {
        return jdbc.sql(
                        """
                        SELECT request, status, type, etag, address, body FROM access.kept_answer
                         WHERE region = :region AND key = :key
                        """)
                .param("region", region)
                .param("key", key)
                .query((row, _) ->
                        new KeptAnswer(
                                row.getBytes("request"),
                                row.getInt("status"),
                                row.getString("type"),
                                row.getString("etag"),
                                row.getString("address"),
                                row.getBytes("body")))
                .optional();
    }

    void keep(String region, byte[] key, KeptAnswer answer) {
        jdbc.sql(
                        """
                        INSERT INTO access.kept_answer (region, key, request, status, type, etag, address, body, kept_at)
                        VALUES (:region, :key, :request, :status, :type, :etag, :address, :body, :now)
                        """)
                .param("region", region)
                .param("key", key)
                .param("request", answer.request())
                .param("status", answer.status())
                .param("type", answer.type())
                .param("etag", answer.etag())
                .param("address", answer.address())
                .param("body", answer.body())
                .param("now", Columns.of(clock.instant()))
                .update();
    }

    /// Removes what is older than two days, a thousand rows at a time.
    public void removeOld() {
        var before = Columns.of(clock.instant().minus(KEPT));
        int removed;
        do {
            removed =
                    jdbc.sql(
                                    """
                                    DELETE FROM access.kept_answer WHERE (region, key) IN (
                                        SELECT region, key FROM access.kept_answer
                                         WHERE kept_at < :before ORDER BY kept_at LIMIT :batch)
                                    """)
                            .param("before", before)
                            .param("batch", BATCH)
                            .update();
        } while (removed == BATCH);
    }
}
