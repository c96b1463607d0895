package org.huying.gateway.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.huying.vault.Cipher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What has to be told, and how that went.
@Repository
class Deliveries {

    private static final int LONGEST_ERROR = 300;

    /// @param event the event's own id: one subscription is told of it once
    record Fresh(UUID id, UUID subscription, UUID event, String type, String payload, Instant at) {}

    /// One that is to be sent now, with what is needed for it.
    record Due(
            String region,
            UUID id,
            UUID subscription,
            String type,
            String payload,
            int attempts,
            String url,
            String secret) {}

    /// A line of the log.
    record Logged(
            UUID id,
            String type,
            String state,
            int attempts,
            Optional<Instant> next,
            Optional<Instant> tried,
            Optional<Integer> status,
            Optional<String> error,
            String payload,
            Instant createdAt) {}

    private final JdbcClient jdbc;
    private final Cipher cipher;

    Deliveries(JdbcClient jdbc, Cipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /// In one statement; those that are there already are left as they are. For a subscription that is paused they wait.
    void add(String region, List<Fresh> fresh) {
        if (fresh.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        INSERT INTO gateway.delivery (region, id, subscription, event, type, payload, state, attempts, next_at,
                                                      created_at)
                        SELECT :region, d.id, d.subscription, d.event, d.type, d.payload, 'waiting', 0,
                               CASE WHEN s.paused IS NULL THEN d.at ELSE 'infinity' END, d.at
                          FROM unnest(:ids::uuid[], :subscriptions::uuid[], :events::uuid[], :types::text[], :payloads::text[],
                                      :at::timestamptz[]) AS d (id, subscription, event, type, payload, at)
                          JOIN gateway.subscription s ON s.region = :region AND s.id = d.subscription
                        ON CONFLICT (region, subscription, event) DO NOTHING
                        """)
                .param("region", region)
                .param("ids", column(fresh, Fresh::id))
                .param("subscriptions", column(fresh, Fresh::subscription))
                .param("events", column(fresh, Fresh::event))
                .param("types", column(fresh, Fresh::type))
                .param("payloads", column(fresh, Fresh::payload))
                .param("at", column(fresh, Fresh::at))
                .update();
    }

    /// Takes some that are due, the oldest first, for `lease`: no other node sends them meanwhile, and another one does when
    /// this node dies. Each counts as an attempt.
    List<Due> claim(Instant now, Duration lease, int limit) {
        return jdbc.sql(
                        """
                        WITH due AS (
                            SELECT region, id FROM gateway.delivery WHERE next_at <= :now ORDER BY next_at LIMIT :limit
                               FOR UPDATE SKIP LOCKED)
                        UPDATE gateway.delivery d SET next_at = :until, attempts = d.attempts + 1, tried_at = :now
                          FROM due, gateway.subscription s
                         WHERE d.region = due.region AND d.id = due.id AND s.region = d.region AND s.id = d.subscription
                        RETURNING d.region, d.id, d.subscription, d.type, d.payload, d.attempts, s.url, s.secret
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", now.plus(lease).atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, _) ->
                        new Due(
                                row.getString("region"),
                                row.getObject("id", UUID.class),
                                row.getObject("subscription", UUID.class),
                                row.getString("type"),
                                row.getString("payload"),
                                row.getInt("attempts"),
                                row.getString("url"),
                                cipher.open(row.getBytes("secret"))))
                .list();
    }

    /// How an attempt ended.
    ///
    /// @param status of the answer, where there was one
    /// @param error what went wrong; empty when it was delivered
    record Ended(Optional<Integer> status, Optional<String> error, Optional<Instant> next) {}

    void ended(Due due, Ended ended) {
        boolean delivered = ended.error().isEmpty();
        jdbc.sql(
                        """
                        UPDATE gateway.delivery d
                           SET state = :state, status = :status::integer, error = :error,
                               next_at = CASE WHEN :next::timestamptz IS NOT NULL AND EXISTS (
                                                   SELECT FROM gateway.subscription s
                                                    WHERE s.region = d.region AND s.id = d.subscription
                                                      AND s.paused IS NOT NULL)
                                              THEN 'infinity' ELSE :next::timestamptz END
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

    /// Newest first, after the one with this id.
    List<Logged> log(
            String region, UUID subscription, Optional<String> state, UUID before, int limit) {
        return jdbc.sql(
                        """
                        SELECT * FROM gateway.delivery
                         WHERE region = :region AND subscription = :subscription AND id < :before
                           AND (:state::text IS NULL OR state = :state)
                         ORDER BY id DESC LIMIT :limit
                        """)
                .param("region", region)
                .param("subscription", subscription)
                .param("before", before)
                .param("state", state.orElse(null))
                .param("limit", limit)
                .query((row, _) -> logged(row))
                .list();
    }

    /// Due again at once, with all its attempts; true unless there is no such delivery or it still waits.
    boolean again(String region, UUID subscription, UUID id, Instant now) {
        return jdbc.sql(
                                """
                                UPDATE gateway.delivery d
                                   SET state = 'waiting', attempts = 0,
                                       next_at = CASE WHEN EXISTS (
                                                           SELECT FROM gateway.subscription s
                                                            WHERE s.region = d.region AND s.id = d.subscription
                                                              AND s.paused IS NOT NULL)
                                                      THEN 'infinity' ELSE :now END
                                 WHERE region = :region AND subscription = :subscription AND id = :id AND state <> 'waiting'
                                """)
                        .param("region", region)
                        .param("subscription", subscription)
                        .param("id", id)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /// Removes what was delivered before that time.
    int forget(Instant before) {
        return jdbc.sql(
                        "DELETE FROM gateway.delivery WHERE state = 'delivered' AND created_at < :before")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Logged logged(ResultSet row) throws SQLException {
        int status = row.getInt("status");
        boolean answered = !row.wasNull();
        return new Logged(
                row.getObject("id", UUID.class),
                row.getString("type"),
                row.getString("state"),
                row.getInt("attempts"),
                time(row, "next_at"),
                time(row, "tried_at"),
                answered ? Optional.of(status) : Optional.empty(),
                Optional.ofNullable(row.getString("error")),
                row.getString("payload"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .filter(it -> it.getYear() < 10_000)
                .map(OffsetDateTime::toInstant);
    }

    private static String[] column(List<Fresh> fresh, Function<Fresh, Object> value) {
        return fresh.stream().map(value).map(Object::toString).toArray(String[]::new);
    }
}
