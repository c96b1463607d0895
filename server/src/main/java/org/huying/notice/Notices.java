package org.huying.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.huying.eventlog.EventLog;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The stored notices.
@Repository
class Notices {

    /// What one inbox shows of a notice.
    record Stored(Notice notice, boolean seen) {}

    /// A page of an inbox; `unseen` is counted up to `MOST_UNSEEN + 1`.
    record Page(List<Stored> notices, int unseen) {}

    private record New(UUID id, UUID recipient) {}

    static final int MOST_UNSEEN = 99;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final EventLog events;

    Notices(JdbcClient jdbc, JsonMapper json, EventLog events) {
        this.jdbc = jdbc;
        this.json = json;
        this.events = events;
    }

    /// In one statement, and one fact about all of them. Those already there are left as they are and not told of again.
    void add(String region, List<Notice> notices) {
        if (notices.isEmpty()) {
            return;
        }
        var fresh =
                jdbc.sql(
                                """
                                INSERT INTO notice.notice (region, id, recipient, matter, template, params, created, state)
                                SELECT :region, id, recipient, matter, template, params, created, 'delivered'
                                  FROM unnest(:ids::uuid[], :recipients::uuid[], :matters::uuid[], :templates::text[],
                                              :params::jsonb[], :created::timestamptz[])
                                       AS n(id, recipient, matter, template, params, created)
                                ON CONFLICT (region, id) DO NOTHING
                                RETURNING id, recipient
                                """)
                        .param("region", region)
                        .param("ids", column(notices, Notice::id))
                        .param("recipients", column(notices, Notice::recipient))
                        .param("matters", column(notices, Notice::matter))
                        .param("templates", column(notices, Notice::template))
                        .param("params", column(notices, this::params))
                        .param("created", column(notices, Notice::created))
                        .query((row, _) ->
                                new New(
                                        row.getObject("id", UUID.class),
                                        row.getObject("recipient", UUID.class)))
                        .list();
        if (!fresh.isEmpty()) {
            var told = fresh.stream().map(New::recipient).distinct().toList();
            var ids = fresh.stream().map(New::id).toList();
            var last = notices.getLast().created();
            events.append(new NoticesTold(region, notices.getFirst().id(), told, ids, last));
        }
    }

    /// Newest first, before the notice `before`, with the number of unseen ones, in one round trip.
    Page inbox(String region, Collection<UUID> recipients, UUID before, int limit) {
        var inboxes = recipients.stream().map(UUID::toString).toArray(String[]::new);
        var unseen = new int[1];
        var notices =
                jdbc.sql(
                                """
                                SELECT n.*, u.unseen
                                  FROM (SELECT count(*) AS unseen
                                          FROM (SELECT FROM notice.notice
                                                 WHERE region = :region AND recipient = ANY (:inboxes::uuid[])
                                                   AND state <> 'seen'
                                                 LIMIT :most) c) u
                                  LEFT JOIN LATERAL (
                                       SELECT n.*
                                         FROM unnest(:inboxes::uuid[]) AS i(recipient)
                                        CROSS JOIN LATERAL (
                                              SELECT id, i.recipient AS recipient, matter, template, params, created, state
                                                FROM notice.notice m
                                               WHERE m.region = :region AND m.recipient = i.recipient AND m.id < :before
                                               ORDER BY m.id DESC
                                               LIMIT :limit) n
                                        ORDER BY n.id DESC
                                        LIMIT :limit) n ON TRUE
                                 ORDER BY n.id DESC
                                """)
                        .param("region", region)
                        .param("inboxes", inboxes)
                        .param("most", MOST_UNSEEN + 1)
                        .param("before", before)
                        .param("limit", limit)
                        .query((row, _) -> {
                            unseen[0] = row.getInt("unseen");
                            return stored(region, row);
                        })
                        .list();
        return new Page(notices.stream().flatMap(Optional::stream).toList(), unseen[0]);
    }

    /// Marks those of `ids` as seen that lie in one of the inboxes. Answers how many were unseen until now.
    int see(String region, Collection<UUID> recipients, Collection<UUID> ids, UUID by, Instant at) {
        return jdbc.sql(
                        """
                        UPDATE notice.notice
                           SET state = 'seen', seen = :at, seen_by = :by
                         WHERE region = :region AND id = ANY (:ids::uuid[])
                           AND recipient = ANY (:inboxes::uuid[]) AND state <> 'seen'
                        """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("region", region)
                .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
                .param("inboxes", recipients.stream().map(UUID::toString).toArray(String[]::new))
                .update();
    }

    /// Those of these that there are, in the order they were told.
    List<Notice> of(String region, Collection<UUID> ids) {
        return jdbc
                .sql(
                        """
                        SELECT id, recipient, matter, template, params, created, state FROM notice.notice
                         WHERE region = :region AND id = ANY (:ids::uuid[]) ORDER BY id
                        """)
                .param("region", region)
                .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, _) -> stored(region, row))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .map(Stored::notice)
                .toList();
    }

    private Optional<Stored> stored(String region, ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        if (id == null) {
            return Optional.empty();
        }
        JsonNode params = json.readTree(row.getString("params"));
        var unit = params.path("unit").asString("");
        return Optional.of(
                new Stored(
                        new Notice(
                                region,
                                id,
                                row.getObject("recipient", UUID.class),
                                row.getObject("matter", UUID.class),
                                row.getString("template"),
                                params.path("number").asString(""),
                                params.path("title").asString(""),
                                unit.isEmpty()
                                        ? Optional.empty()
                                        : Optional.of(UUID.fromString(unit)),
                                params.path("word").asString(""),
                                row.getObject("created", OffsetDateTime.class).toInstant()),
                        row.getString("state").equals("seen")));
    }

    private String params(Notice notice) {
        return json.writeValueAsString(
                Map.of(
                        "number",
                        notice.number(),
                        "title",
                        notice.title(),
                        "unit",
                        notice.unit().map(UUID::toString).orElse(""),
                        "word",
                        notice.word()));
    }

    private static String[] column(List<Notice> notices, Function<Notice, Object> value) {
        return notices.stream().map(value).map(Object::toString).toArray(String[]::new);
    }
}
