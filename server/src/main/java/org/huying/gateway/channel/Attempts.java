package org.huying.gateway.channel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huying.vault.Cipher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Takes up the letters that are due, and keeps how it ended: those of one addressee in order, and many in one message where
/// they are gathered.
@Repository
class Attempts {

    private static final int LONGEST_ERROR = 200;

    /// How an attempt ended.
    ///
    /// @param error what went wrong; empty when it was taken
    /// @param next when it is tried again; empty for never
    /// @param receipt what the other side calls the message
    record Ended(Optional<String> error, Optional<Instant> next, Optional<String> receipt) {

        String state() {
            return error.isEmpty() ? "sent" : next.isPresent() ? "waiting" : "dead";
        }
    }

    private record Row(
            Due.Part part,
            UUID lead,
            long turn,
            String region,
            String channel,
            UUID addressee,
            byte[] address,
            int attempts,
            boolean urgent,
            Optional<Quiet> quiet,
            Instant tried) {}

    private final JdbcClient jdbc;
    private final Cipher cipher;

    Attempts(JdbcClient jdbc, Cipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /// Takes some that are due, the oldest first, for `lease`: no other node sends them meanwhile, and another one does when
    /// this node dies. Of one addressee only the first that is due, and with it what is gathered; what is urgent waits for
    /// nothing but what is urgent too. Never more than the channel may send in a minute.
    List<Due> claim(Instant now, Duration lease, int limit) {
        var rows =
                jdbc.sql(CLAIM)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("minute", now.minusSeconds(60).atOffset(ZoneOffset.UTC))
                        .param("until", now.plus(lease).atOffset(ZoneOffset.UTC))
                        .param("limit", limit)
                        .query((row, _) -> row(row))
                        .list();
        Map<UUID, List<Row>> messages = new LinkedHashMap<>();
        rows.stream()
                .sorted(Comparator.comparingLong(Row::turn))
                .forEach(it -> messages.computeIfAbsent(it.lead(), _ -> new ArrayList<>()).add(it));
        return messages.values().stream().map(this::due).toList();
    }

    private static Row row(ResultSet row) throws SQLException {
        var line =
                new Layout.Line(
                        row.getObject("subject", UUID.class),
                        row.getString("kind"),
                        row.getString("number"),
                        row.getString("headline"));
        return new Row(
                new Due.Part(
                        row.getObject("id", UUID.class),
                        Optional.ofNullable(row.getObject("inbox", UUID.class)),
                        line),
                row.getObject("sent_as", UUID.class),
                row.getLong("turn"),
                row.getString("region"),
                row.getString("channel"),
                row.getObject("addressee", UUID.class),
                row.getBytes("address"),
                row.getInt("attempts"),
                row.getBoolean("urgent"),
                Optional.ofNullable(row.getString("quiet")).flatMap(Quiet::of),
                row.getObject("tried_at", OffsetDateTime.class).toInstant());
    }

    /// Which channels have room comes first: what waits for one that is paused is not even looked at.
    static final String CLAIM =
            """
            WITH room AS (
                SELECT c.region, c.key, c.per_minute - (
                       SELECT count(DISTINCT x.sent_as) FROM gateway.letter x
                        WHERE x.region = c.region AND x.channel = c.key AND x.tried_at > :minute) AS free
                  FROM gateway.channel c WHERE c.paused IS NULL),
            fits AS (
                SELECT f.region, f.id FROM room r CROSS JOIN LATERAL (
                       SELECT l.region, l.id, row_number() OVER (ORDER BY l.urgent DESC, l.turn) AS place
                         FROM gateway.letter l
                        WHERE l.region = r.region AND l.channel = r.key AND l.next_at <= :now AND NOT EXISTS (
                              SELECT FROM gateway.letter b
                               WHERE b.region = l.region AND b.channel = l.channel AND b.addressee = l.addressee
                                 AND b.turn < l.turn AND b.state = 'waiting' AND (b.attempts > 0 OR b.next_at <= :now)
                                 AND (b.urgent OR NOT l.urgent))
                        ORDER BY l.urgent DESC, l.turn LIMIT greatest(r.free, 0)) f
                 ORDER BY f.place LIMIT :limit),
            lead AS (
                SELECT l.region, l.id, l.channel, l.addressee, l.gathered FROM gateway.letter l
                  JOIN fits f ON f.region = l.region AND f.id = l.id
                 WHERE l.next_at <= :now
                   FOR UPDATE OF l SKIP LOCKED)
            UPDATE gateway.letter l
               SET next_at = :until, attempts = l.attempts + 1, tried_at = :now, sent_as = lead.id
              FROM lead
             WHERE l.region = lead.region AND l.channel = lead.channel AND l.addressee = lead.addressee
               AND (l.id = lead.id OR (lead.gathered AND l.gathered AND l.next_at <= :now))
            RETURNING l.*
            """;

    private Due due(List<Row> rows) {
        var lead =
                rows.stream()
                        .filter(it -> it.part().id().equals(it.lead()))
                        .findFirst()
                        .orElseThrow();
        return new Due(
                lead.region(),
                lead.lead(),
                lead.channel(),
                lead.addressee(),
                cipher.readable(lead.address(), "letter " + lead.lead()).orElse(""),
                lead.attempts(),
                lead.urgent(),
                lead.quiet(),
                lead.tried(),
                rows.stream().map(Row::part).toList());
    }

    /// Of all letters of the message. Nothing changes when another attempt has begun since.
    int ended(Due due, Ended ended) {
        return jdbc.sql(
                        """
                        UPDATE gateway.letter
                           SET state = :state, error = :error, next_at = :next, receipt_id = :receipt
                         WHERE region = :region AND sent_as = :lead AND state = 'waiting' AND tried_at = :tried
                        """)
                .param("region", due.region())
                .param("lead", due.lead())
                .param("tried", due.tried().atOffset(ZoneOffset.UTC))
                .param("state", ended.state())
                .param("next", ended.next().map(it -> it.atOffset(ZoneOffset.UTC)).orElse(null))
                .param("receipt", ended.receipt().orElse(null))
                .param(
                        "error",
                        ended.error()
                                .map(it -> it.substring(0, Math.min(LONGEST_ERROR, it.length())))
                                .orElse(null))
                .update();
    }

    /// The message waits on until then, as if it had not been taken up: this was no attempt, and nobody's share of a minute.
    void putOff(Due due, Instant at) {
        jdbc.sql(
                        """
                        UPDATE gateway.letter
                           SET next_at = :at, attempts = attempts - 1, tried_at = NULL, sent_as = NULL
                         WHERE region = :region AND sent_as = :lead AND state = 'waiting' AND tried_at = :tried
                        """)
                .param("region", due.region())
                .param("lead", due.lead())
                .param("tried", due.tried().atOffset(ZoneOffset.UTC))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// These of the message are not sent, which is nobody's failure.
    void fallen(Due due, List<Due.Part> parts, String why) {
        jdbc.sql(
                        """
                        UPDATE gateway.letter SET state = 'dead', error = :why, next_at = NULL, sent_as = NULL
                         WHERE region = :region AND id = ANY (:ids::uuid[]) AND sent_as = :lead AND state = 'waiting'
                           AND tried_at = :tried
                        """)
                .param("region", due.region())
                .param("ids", parts.stream().map(it -> it.id().toString()).toArray(String[]::new))
                .param("lead", due.lead())
                .param("tried", due.tried().atOffset(ZoneOffset.UTC))
                .param("why", why)
                .update();
    }
}
