package org.huying.gateway.channel;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.huying.database.Ids;
import org.huying.vault.Cipher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Letters that wait to be sent: those of one addressee in order, and many in one message where they are gathered.
@Repository
class Letters {

    private static final int LONGEST_ERROR = 200;

    /// @param notice what is told; one addressee is told of it once
    /// @param quiet the addressee's own quiet hours; empty for those of the channel
    record Fresh(
            UUID id,
            String channel,
            UUID addressee,
            String address,
            UUID notice,
            Layout.Line line,
            boolean urgent,
            boolean gathered,
            Optional<Quiet> quiet,
            Instant at,
            Instant next) {

        /// One that tells of nothing that lies in an inbox, and goes at once.
        static Fresh urgent(
                String channel, UUID addressee, String address, Layout.Line line, Instant at) {
            return new Fresh(
                    Ids.next(),
                    channel,
                    addressee,
                    address,
                    line.subject(),
                    line,
                    true,
                    false,
                    Optional.empty(),
                    at,
                    at);
        }
    }

    /// A message that is to be sent now.
    ///
    /// @param lead the letter that stands for all of them; the message goes by its id
    /// @param tried when this attempt began, by which its end is known
    record Due(
            String region,
            UUID lead,
            String channel,
            String address,
            int attempts,
            boolean urgent,
            Optional<Quiet> quiet,
            Instant tried,
            List<Layout.Line> lines) {}

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
            UUID id,
            UUID lead,
            long turn,
            String region,
            String channel,
            byte[] address,
            int attempts,
            boolean urgent,
            Optional<Quiet> quiet,
            Instant tried,
            Layout.Line line) {}

    private final JdbcClient jdbc;
    private final Cipher cipher;

    Letters(JdbcClient jdbc, Cipher cipher) {
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
                        INSERT INTO gateway.letter (region, id, channel, addressee, notice, subject, kind, number, headline,
                                                    address, urgent, gathered, quiet, state, attempts, next_at, created_at)
                        SELECT :region, d.id, d.channel, d.addressee, d.notice, d.subject, d.kind, d.number, d.headline,
                               decode(d.address, 'hex'), d.urgent, d.gathered, nullif(d.quiet, ''), 'waiting', 0, d.next, d.at
                          FROM unnest(:ids::uuid[], :channels::text[], :addressees::uuid[], :notices::uuid[],
                                      :subjects::uuid[], :kinds::text[], :numbers::text[], :headlines::text[],
                                      :addresses::text[], :urgent::boolean[], :gathered::boolean[],
                                      :quiet::text[], :at::timestamptz[], :next::timestamptz[])
                               WITH ORDINALITY AS d (id, channel, addressee, notice, subject, kind, number, headline,
                                                     address, urgent, gathered, quiet, at, next, line)
                         ORDER BY d.line
                        ON CONFLICT (region, channel, addressee, notice) DO NOTHING
                        """)
                .param("region", region)
                .param("ids", column(fresh, Fresh::id))
                .param("channels", column(fresh, Fresh::channel))
                .param("addressees", column(fresh, Fresh::addressee))
                .param("notices", column(fresh, Fresh::notice))
                .param("subjects", column(fresh, it -> it.line().subject()))
                .param("kinds", column(fresh, it -> it.line().kind()))
                .param("numbers", column(fresh, it -> it.line().number()))
                .param("headlines", column(fresh, it -> it.line().headline()))
                .param("addresses", column(fresh, it -> hex(cipher.seal(it.address()))))
                .param("urgent", column(fresh, Fresh::urgent))
                .param("gathered", column(fresh, Fresh::gathered))
                .param("quiet", column(fresh, it -> it.quiet().map(Quiet::word).orElse("")))
                .param("at", column(fresh, Fresh::at))
                .param("next", column(fresh, Fresh::next))
                .update();
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
                        .query((row, _) ->
                                new Row(
                                        row.getObject("id", UUID.class),
                                        row.getObject("sent_as", UUID.class),
                                        row.getLong("turn"),
                                        row.getString("region"),
                                        row.getString("channel"),
                                        row.getBytes("address"),
                                        row.getInt("attempts"),
                                        row.getBoolean("urgent"),
                                        Optional.ofNullable(row.getString("quiet"))
                                                .flatMap(Quiet::of),
                                        row.getObject("tried_at", OffsetDateTime.class).toInstant(),
                                        new Layout.Line(
                                                row.getObject("subject", UUID.class),
                                                row.getString("kind"),
                                                row.getString("number"),
                                                row.getString("headline"))))
                        .list();
        Map<UUID, List<Row>> messages = new LinkedHashMap<>();
        rows.stream()
                .sorted(Comparator.comparingLong(Row::turn))
                .forEach(it -> messages.computeIfAbsent(it.lead(), _ -> new ArrayList<>()).add(it));
        return messages.values().stream().map(this::due).toList();
    }

    private static final String CLAIM =
            """
            WITH first AS (
                SELECT l.region, l.id, l.channel,
                       row_number() OVER (PARTITION BY l.region, l.channel ORDER BY l.urgent DESC, l.turn) AS place
                  FROM gateway.letter l
                 WHERE l.next_at <= :now AND NOT EXISTS (
                       SELECT FROM gateway.letter b
                        WHERE b.region = l.region AND b.channel = l.channel AND b.addressee = l.addressee
                          AND b.turn < l.turn AND b.state = 'waiting' AND (b.attempts > 0 OR b.next_at <= :now)
                          AND (b.urgent OR NOT l.urgent))),
            fits AS (
                SELECT f.region, f.id FROM first f
                  JOIN gateway.channel c ON c.region = f.region AND c.key = f.channel AND c.paused IS NULL
                 WHERE f.place <= c.per_minute - (
                       SELECT count(DISTINCT x.sent_as) FROM gateway.letter x
                        WHERE x.region = f.region AND x.channel = f.channel AND x.tried_at > :minute)
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
        var lead = rows.stream().filter(it -> it.id().equals(it.lead())).findFirst().orElseThrow();
        return new Due(
                lead.region(),
                lead.id(),
                lead.channel(),
                cipher.readable(lead.address(), "letter " + lead.id()).orElse(""),
                lead.attempts(),
                lead.urgent(),
                lead.quiet(),
                lead.tried(),
                rows.stream().map(Row::line).toList());
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

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static String[] column(List<Fresh> fresh, Function<Fresh, Object> value) {
        return fresh.stream().map(value).map(Object::toString).toArray(String[]::new);
    }
}
