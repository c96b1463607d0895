package org.huying.eventlog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The log's SQL for readers.
@Component
class Log {
    static final int BATCH = 500;
    private static final int COUNTED = 10_000;
    private static final int LONGEST_ERROR = 2_000;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final Recent recent = new Recent(this::read, System::nanoTime);

    Log(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /// One row of the log with its place in it.
    record Entry(String xid, StoredFact fact) {
        Cursor cursor() {
            return new Cursor(xid, fact.id());
        }
    }

    void register(String consumer) {
        jdbc.sql("INSERT INTO eventlog.cursor (consumer) VALUES (:consumer) ON CONFLICT DO NOTHING")
                .param("consumer", consumer)
                .update();
    }

    /// How far a consumer has come, as it was last stored; takes no lock.
    Cursor cursor(String consumer) {
        return jdbc.sql(
                        "SELECT xid::text AS xid, id FROM eventlog.cursor WHERE consumer = :consumer")
                .param("consumer", consumer)
                .query((row, _) ->
                        new Cursor(row.getString("xid"), row.getObject("id", UUID.class)))
                .single();
    }

    /// Whether anything is committed that a consumer has not passed, also what cannot be read yet because an older
    /// transaction still runs. Sorted and limited rather than `EXISTS`, which drops both and then prefers to read the table
    /// from its oldest row.
    boolean owed(String consumer) {
        return !jdbc.sql(
                        """
                        SELECT 1 FROM eventlog.event
                         WHERE (xid, id) > ((SELECT xid FROM eventlog.cursor WHERE consumer = :consumer),
                                            (SELECT id FROM eventlog.cursor WHERE consumer = :consumer))
                         ORDER BY xid, id LIMIT 1
                        """)
                .param("consumer", consumer)
                .query(Integer.class)
                .list()
                .isEmpty();
    }

    /// Empty when another node has it and we do not wait. The transaction need not wait for the disk: cursor and effects are
    /// lost together and applied again, and whoever commits later and waits makes them durable too.
    Optional<Cursor> lock(String consumer, boolean wait) {
        return jdbc.sql(
                        """
                        SELECT xid::text AS xid, id, set_config('synchronous_commit', 'off', true)
                          FROM eventlog.cursor WHERE consumer = :consumer FOR UPDATE
                        """
                                + (wait ? "" : " SKIP LOCKED"))
                .param("consumer", consumer)
                .query((row, _) ->
                        new Cursor(row.getString("xid"), row.getObject("id", UUID.class)))
                .optional();
    }

    /// The readable events after a place in the log, oldest first. Within a transaction only: readers take turns, and the
    /// one whose turn it is must not wait for a connection that those behind it hold.
    List<Entry> after(Cursor cursor, int limit) {
        return recent.after(cursor, limit);
    }

    /// The same as far as this process knows it without a question; empty when the log must be asked.
    Optional<List<Entry>> atHand(Cursor cursor, int limit) {
        return recent.atHand(cursor, limit);
    }

    /// The newest readable events, oldest first.
    List<Entry> newest(int limit) {
        return jdbc.sql(
                        """
                        SELECT region, id, xid::text AS written_by, kind, subject, facts, at
                          FROM eventlog.event
                         WHERE xid < pg_snapshot_xmin(pg_current_snapshot())
                         ORDER BY xid DESC, id DESC
                         LIMIT :limit
                        """)
                .param("limit", limit)
                .query((row, _) -> entry(row))
                .list()
                .reversed();
    }

    private List<Entry> read(Cursor cursor, int limit) {
        return jdbc.sql(
                        """
                        SELECT region, id, xid::text AS written_by, kind, subject, facts, at
                          FROM eventlog.event
                         WHERE (xid, id) > (:xid::xid8, :id) AND xid < pg_snapshot_xmin(pg_current_snapshot())
                         ORDER BY xid, id
                         LIMIT :limit
                        """)
                .param("xid", cursor.xid())
                .param("id", cursor.id())
                .param("limit", limit)
                .query((row, _) -> entry(row))
                .list();
    }

    void advance(String consumer, Cursor to) {
        jdbc.sql("UPDATE eventlog.cursor SET xid = :xid::xid8, id = :id WHERE consumer = :consumer")
                .param("xid", to.xid())
                .param("id", to.id())
                .param("consumer", consumer)
                .update();
    }

    void park(String consumer, StoredFact fact, Throwable error, int attempts) {
        var text = String.valueOf(error);
        jdbc.sql(
                        """
                        INSERT INTO eventlog.parked (region, consumer, id, kind, error, attempts, parked_at)
                        VALUES (:region, :consumer, :id, :kind, :error, :attempts, :now)
                            ON CONFLICT (region, consumer, id) DO UPDATE SET error = excluded.error, parked_at = excluded.parked_at
                        """)
                .param("region", fact.region())
                .param("consumer", consumer)
                .param("id", fact.id())
                .param("kind", fact.kind())
                .param("error", text.substring(0, Math.min(text.length(), LONGEST_ERROR)))
                .param("attempts", attempts)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Lag> lag() {
        return jdbc.sql(
                        """
                        SELECT c.consumer, behind.events, behind.oldest,
                               (SELECT count(*) FROM eventlog.parked p WHERE p.consumer = c.consumer) AS parked
                          FROM eventlog.cursor c
                         CROSS JOIN LATERAL (
                               SELECT count(*) AS events, min(at) AS oldest
                                 FROM (SELECT at FROM eventlog.event e WHERE (e.xid, e.id) > (c.xid, c.id)
                                        ORDER BY e.xid, e.id LIMIT :counted) AS waiting) AS behind
                         ORDER BY c.consumer
                        """)
                .param("counted", COUNTED)
                .query((row, _) -> lag(row))
                .list();
    }

    private Lag lag(ResultSet row) throws SQLException {
        var oldest = row.getObject("oldest", OffsetDateTime.class);
        var age =
                oldest == null
                        ? Duration.ZERO
                        : Duration.between(oldest.toInstant(), clock.instant());
        return new Lag(
                row.getString("consumer"), row.getLong("events"), age, row.getLong("parked"));
    }

    private Entry entry(ResultSet row) throws SQLException {
        var fact =
                new StoredFact(
                        row.getString("region"),
                        row.getObject("id", UUID.class),
                        row.getString("kind"),
                        row.getObject("subject", UUID.class),
                        json.readTree(row.getString("facts")),
                        row.getObject("at", OffsetDateTime.class).toInstant());
        return new Entry(row.getString("written_by"), fact);
    }
}
