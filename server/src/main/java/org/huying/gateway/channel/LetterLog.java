package org.huying.gateway.channel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huying.vault.Cipher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What becomes of letters, for those who look after a channel, and what it costs.
@Repository
class LetterLog {

    /// @param address as it may be shown
    record Line(
            UUID id,
            String kind,
            String number,
            String headline,
            String address,
            String state,
            int attempts,
            Optional<Instant> next,
            Optional<Instant> tried,
            Optional<String> error,
            Optional<String> receipt,
            Instant created) {}

    /// @param oldest since when the oldest that is due waits
    record Queue(long waiting, long dead, Optional<Instant> oldest) {
        static final Queue EMPTY = new Queue(0, 0, Optional.empty());
    }

    /// What went through a channel in a month. The cost is in fen.
    record Month(
            String channel, LocalDate month, long messages, long letters, long failed, long cost) {}

    private final JdbcClient jdbc;
    private final Cipher cipher;

    LetterLog(JdbcClient jdbc, Cipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /// Newest first, before this one.
    List<Line> page(String region, String channel, Optional<String> state, UUID before, int limit) {
        return jdbc.sql(
                        """
                        SELECT * FROM gateway.letter
                         WHERE region = :region AND channel = :channel AND id < :before
                           AND (:state::text IS NULL OR state = :state)
                         ORDER BY id DESC LIMIT :limit
                        """)
                .param("region", region)
                .param("channel", channel)
                .param("before", before)
                .param("state", state.orElse(null))
                .param("limit", limit)
                .query((row, _) -> line(row))
                .list();
    }

    /// Channel → what waits and what was given up.
    Map<String, Queue> queues(String region) {
        var queues = new HashMap<String, Queue>();
        jdbc.sql(
                        """
                        SELECT channel, count(*) FILTER (WHERE state = 'waiting') AS waiting,
                               count(*) FILTER (WHERE state = 'dead') AS dead,
                               min(next_at) FILTER (WHERE state = 'waiting') AS oldest
                          FROM gateway.letter WHERE region = :region AND state IN ('waiting', 'dead')
                         GROUP BY channel
                        """)
                .param("region", region)
                .query((row, _) ->
                        Map.entry(
                                row.getString("channel"),
                                new Queue(
                                        row.getLong("waiting"),
                                        row.getLong("dead"),
                                        time(row, "oldest"))))
                .list()
                .forEach(it -> queues.put(it.getKey(), it.getValue()));
        return queues;
    }

    /// Of all channels from this month on, newest first.
    List<Month> months(String region, LocalDate from) {
        return jdbc.sql(
                        """
                        SELECT channel, month, messages, letters, failed, cost FROM gateway.month
                         WHERE region = :region AND month >= :from ORDER BY month DESC, channel
                        """)
                .param("region", region)
                .param("from", from)
                .query((row, _) ->
                        new Month(
                                row.getString("channel"),
                                row.getObject("month", LocalDate.class),
                                row.getLong("messages"),
                                row.getLong("letters"),
                                row.getLong("failed"),
                                row.getLong("cost")))
                .list();
    }

    /// Adds to the month.
    void count(String region, Month more) {
        jdbc.sql(
                        """
                        INSERT INTO gateway.month AS m (region, channel, month, messages, letters, failed, cost)
                        VALUES (:region, :channel, :month, :messages, :letters, :failed, :cost)
                        ON CONFLICT (region, channel, month) DO UPDATE
                           SET messages = m.messages + :messages, letters = m.letters + :letters,
                               failed = m.failed + :failed, cost = m.cost + :cost
                        """)
                .param("region", region)
                .param("channel", more.channel())
                .param("month", more.month())
                .param("messages", more.messages())
                .param("letters", more.letters())
                .param("failed", more.failed())
                .param("cost", more.cost())
                .update();
    }

    /// Due again at once, with all its attempts; by itself, whatever it was sent with.
    boolean again(String region, String channel, UUID id, Instant now) {
        return jdbc.sql(
                                """
                                UPDATE gateway.letter
                                   SET state = 'waiting', attempts = 0, next_at = :now, sent_as = NULL, receipt_id = NULL,
                                       receipt = NULL
                                 WHERE region = :region AND channel = :channel AND id = :id AND state <> 'waiting'
                                """)
                        .param("region", region)
                        .param("channel", channel)
                        .param("id", id)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /// Whatever was given up is due again; answers how many there are.
    int allAgain(String region, String channel, Instant now) {
        return jdbc.sql(
                        """
                        UPDATE gateway.letter
                           SET state = 'waiting', attempts = 0, next_at = :now, sent_as = NULL
                         WHERE region = :region AND channel = :channel AND state = 'dead'
                        """)
                .param("region", region)
                .param("channel", channel)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// What the other side says became of messages; the last word counts. Unknown ones are passed over.
    void receipts(String region, String channel, List<Answers.Receipt> receipts) {
        jdbc.sql(
                        """
                        UPDATE gateway.letter l SET receipt = CASE WHEN r.arrived THEN 'arrived' ELSE 'lost' END
                          FROM unnest(:ids::text[], :arrived::boolean[]) AS r (id, arrived)
                         WHERE l.region = :region AND l.channel = :channel AND l.receipt_id = r.id
                        """)
                .param("region", region)
                .param("channel", channel)
                .param("ids", receipts.stream().map(Answers.Receipt::id).toArray(String[]::new))
                .param(
                        "arrived",
                        receipts.stream()
                                .map(it -> Boolean.toString(it.arrived()))
                                .toArray(String[]::new))
                .update();
    }

    /// Removes what was sent or given up before that time.
    void forget(Instant before) {
        jdbc.sql("DELETE FROM gateway.letter WHERE state <> 'waiting' AND created_at < :before")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }

    private Line line(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Line(
                id,
                row.getString("kind"),
                row.getString("number"),
                row.getString("headline"),
                cipher.readable(row.getBytes("address"), "letter " + id)
                        .map(Address::masked)
                        .orElse(""),
                row.getString("state"),
                row.getInt("attempts"),
                time(row, "next_at"),
                time(row, "tried_at"),
                Optional.ofNullable(row.getString("error")),
                Optional.ofNullable(row.getString("receipt")),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }
}
