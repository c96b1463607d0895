package org.huying.gateway.partner;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.huying.vault.Cipher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Messages that wait to be sent to partners, each of a matter behind those before it.
@Repository
class Parcels {

    private static final int LONGEST_ERROR = 200;

    /// @param event what happened; of one event there is one parcel of a kind
    /// @param at the time that the message names
    record Fresh(
            UUID id,
            String partner,
            UUID matter,
            String number,
            UUID event,
            Outgoing.Kind kind,
            String payload,
            LocalDate day,
            Instant at) {}

    /// One that is to be sent now.
    record Due(String region, UUID id, String partner, String payload, int attempts) {}

    /// How an attempt ended.
    ///
    /// @param status of the answer, where there was one
    /// @param error what went wrong; empty when it was delivered
    /// @param next when it is tried again; empty for never
    record Ended(Optional<Integer> status, Optional<String> error, Optional<Instant> next) {}

    private final JdbcClient jdbc;
    private final Cipher cipher;

    Parcels(JdbcClient jdbc, Cipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /// In one statement and in this order; those that are there already are left as they are.
    void add(String region, List<Fresh> fresh) {
        if (fresh.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        INSERT INTO gateway.parcel (region, id, partner, matter, number, event, kind, payload, state, attempts,
                                                    next_at, day, created_at)
                        SELECT :region, d.id, d.partner, d.matter, d.number, d.event, d.kind, decode(d.payload, 'hex'),
                               'waiting', 0, d.at, d.day, d.at
                          FROM unnest(:ids::uuid[], :partners::text[], :matters::uuid[], :numbers::text[], :events::uuid[],
                                      :kinds::text[], :payloads::text[], :days::date[], :at::timestamptz[])
                               WITH ORDINALITY AS d (id, partner, matter, number, event, kind, payload, day, at, line)
                         ORDER BY d.line
                        ON CONFLICT (region, partner, event, kind) DO NOTHING
                        """)
                .param("region", region)
                .param("ids", column(fresh, Fresh::id))
                .param("partners", column(fresh, Fresh::partner))
                .param("matters", column(fresh, Fresh::matter))
                .param("numbers", column(fresh, Fresh::number))
                .param("events", column(fresh, Fresh::event))
                .param("kinds", column(fresh, it -> it.kind().key()))
                .param("payloads", column(fresh, it -> hex(cipher.seal(it.payload()))))
                .param("days", column(fresh, Fresh::day))
                .param("at", column(fresh, Fresh::at))
                .update();
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /// Takes some that are due, the oldest first, for `lease`: no other node sends them meanwhile, and another one does when
    /// this node dies. Of one matter only the first that is not delivered.
    List<Due> claim(Instant now, Duration lease, int limit) {
        return jdbc.sql(
                        """
                        WITH due AS (
                            SELECT p.region, p.id FROM gateway.parcel p
                              JOIN gateway.partner t ON t.region = p.region AND t.key = p.partner AND NOT t.paused
                             WHERE p.next_at <= :now AND NOT EXISTS (
                                   SELECT FROM gateway.parcel b
                                    WHERE b.region = p.region AND b.partner = p.partner AND b.matter = p.matter
                                      AND b.turn < p.turn AND b.state IN ('waiting', 'dead'))
                             ORDER BY p.next_at LIMIT :limit
                               FOR UPDATE OF p SKIP LOCKED)
                        UPDATE gateway.parcel p SET next_at = :until, attempts = p.attempts + 1, tried_at = :now
                          FROM due
                         WHERE p.region = due.region AND p.id = due.id
                        RETURNING p.region, p.id, p.partner, p.payload, p.attempts
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", now.plus(lease).atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, _) ->
                        new Due(
                                row.getString("region"),
                                row.getObject("id", UUID.class),
                                row.getString("partner"),
                                cipher.open(row.getBytes("payload")),
                                row.getInt("attempts")))
                .list();
    }

    void ended(Due due, Ended ended) {
        boolean delivered = ended.error().isEmpty();
        jdbc.sql(
                        """
                        UPDATE gateway.parcel SET state = :state, status = :status::integer, error = :error, next_at = :next
                         WHERE region = :region AND id = :id AND state = 'waiting' AND attempts = :attempts
                        """)
                .param("region", due.region())
                .param("id", due.id())
                .param("attempts", due.attempts())
                .param(
                        "state",
                        delivered ? "delivered" : ended.next().isPresent() ? "waiting" : "dead")
                .param("next", ended.next().map(it -> it.atOffset(ZoneOffset.UTC)).orElse(null))
                .param("status", ended.status().orElse(null))
                .param(
                        "error",
                        ended.error()
                                .map(it -> it.substring(0, Math.min(LONGEST_ERROR, it.length())))
                                .orElse(null))
                .update();
    }

    /// Due again at once, with all its attempts; those behind it wait for it.
    boolean again(Partner partner, UUID id, Instant now) {
        return change(
                """
                UPDATE gateway.parcel SET state = 'waiting', attempts = 0, next_at = :now
                 WHERE region = :region AND partner = :partner AND id = :id AND state <> 'waiting'
                """,
                partner,
                id,
                now);
    }

    /// All that were given up, the oldest first, at most so many; how many they were.
    int allAgain(Partner partner, Instant now, int limit) {
        return jdbc.sql(
                        """
                        UPDATE gateway.parcel SET state = 'waiting', attempts = 0, next_at = :now
                         WHERE region = :region AND id IN (
                               SELECT id FROM gateway.parcel
                                WHERE region = :region AND partner = :partner AND state = 'dead' ORDER BY id LIMIT :limit)
                        """)
                .param("region", partner.region())
                .param("partner", partner.key())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .update();
    }

    /// Given up for good: those behind it go on without it.
    boolean drop(Partner partner, UUID id, Instant now) {
        return change(
                """
                UPDATE gateway.parcel SET state = 'dropped', tried_at = coalesce(tried_at, :now)
                 WHERE region = :region AND partner = :partner AND id = :id AND state = 'dead'
                """,
                partner,
                id,
                now);
    }

    /// Results of these orders that were delivered, or dropped, are sent again, the last of each; those numbers.
    Set<String> resultsAgain(Partner partner, Collection<String> numbers, Instant now) {
        return new TreeSet<>(
                jdbc.sql(
                                """
                                UPDATE gateway.parcel SET state = 'waiting', attempts = 0, next_at = :now
                                 WHERE region = :region AND id IN (
                                       SELECT DISTINCT ON (number) id FROM gateway.parcel
                                        WHERE region = :region AND partner = :partner AND number = ANY (:numbers)
                                          AND kind = 'result' AND state <> 'waiting'
                                        ORDER BY number, turn DESC)
                                RETURNING number
                                """)
                        .param("region", partner.region())
                        .param("partner", partner.key())
                        .param("numbers", numbers.toArray(String[]::new))
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .query((row, _) -> row.getString(1))
                        .list());
    }

    private boolean change(String sql, Partner partner, UUID id, Instant now) {
        return jdbc.sql(sql)
                        .param("region", partner.region())
                        .param("partner", partner.key())
                        .param("id", id)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /// Removes what was delivered before that time.
    void forget(Instant before) {
        jdbc.sql(
                        """
                        DELETE FROM gateway.parcel WHERE state IN ('delivered', 'dropped') AND created_at < :before
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static String[] column(List<Fresh> fresh, Function<Fresh, Object> value) {
        return fresh.stream().map(value).map(Object::toString).toArray(String[]::new);
    }
}
