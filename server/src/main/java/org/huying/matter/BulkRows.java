package org.huying.matter;

import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huying.matter.loop.Matter;
import org.huying.vault.Step;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/// Stores many new matters of one region with their first history rows in one statement. A matter whose request key is
/// stored already is passed over.
@Component
class BulkRows {

    /// A matter on its way in, and the key by which it is found to be there already.
    record Fresh(Matter matter, List<Step> steps, UUID requestKey) {}

    private record Column(String name, String param, String type) {}

    private static final List<Column> MATTER =
            columns(
                    """
                    id id uuid, version version integer, number number text, request_key requestKey uuid,
                    playbook playbook text, playbook_version playbookVersion integer, channel channel text,
                    demand demand text, title title text, body body text, place place text, reporter reporter uuid,
                    requester requester uuid, contact_name contactName bytea, contact_phone contactPhone bytea,
                    phone_index phoneIndex bytea, source source text, reported_at reportedAt timestamptz,
                    item item text, item_class itemClass text, area area text, lon lon double_precision,
                    lat lat double_precision, state state text, unit unit uuid, person person uuid,
                    round round smallint, reason reason text, outcome outcome text, answer answer text,
                    unreached unreached smallint, stage stage text, since since timestamptz, due_at due timestamptz,
                    whole_due_at wholeDue timestamptz, late_stages lateStages text,
                    changed_at changedAt timestamptz, steps steps integer, chain chain bytea,
                    first_unit firstUnit uuid, rung rung text, handler handler uuid, closed_at closedAt timestamptz,
                    parent parent uuid, master master uuid, aside aside jsonb, pace pace jsonb,
                    alarm_at alarm timestamptz, reply_at reply timestamptz,
                    hidden hidden boolean, fields fields jsonb, sealed_fields sealedFields bytea
                    """);
    private static final List<Column> STEP =
            columns(
                    """
                    matter stepMatter uuid, seq seq integer, at at timestamptz, actor actor uuid,
                    actor_name actorName text, act act text, from_state from text, to_state to text, note note text,
                    facts facts json, hash hash bytea
                    """);
    private static final String SQL =
            """
            WITH m AS (SELECT * FROM unnest(%s) AS m (%s)),
            written AS (
                INSERT INTO matter.matter (region, %s)
                SELECT :region, %s FROM m
                ON CONFLICT (region, request_key) WHERE request_key IS NOT NULL DO NOTHING
                RETURNING id),
            stepped AS (
                INSERT INTO matter.step (region, %s)
                SELECT :region, s.* FROM unnest(%s) AS s (%s) WHERE s.matter IN (SELECT id FROM written))
            SELECT id FROM written
            """
                    .formatted(
                            arrays(MATTER),
                            names(MATTER),
                            names(MATTER),
                            names(MATTER),
                            names(STEP),
                            arrays(STEP),
                            names(STEP));

    private final NamedParameterJdbcTemplate jdbc;

    BulkRows(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// Those that a file brought in when the key was the number alone: the same number, moment, channel and title.
    Set<Fresh> known(String region, List<Fresh> fresh) {
        if (fresh.isEmpty()) {
            return Set.of();
        }
        var former =
                fresh.stream().collect(Collectors.groupingBy(it -> ImportKey.former(it.matter())));
        var known = new HashSet<Fresh>();
        jdbc.query(
                """
                SELECT request_key, channel, reported_at, title FROM matter.matter
                 WHERE region = :region AND request_key = ANY (:keys::uuid[])
                """,
                Map.of(
                        "region",
                        region,
                        "keys",
                        former.keySet().stream().map(UUID::toString).toArray(String[]::new)),
                row -> {
                    var channel = row.getString("channel");
                    var title = row.getString("title");
                    var at = row.getObject("reported_at", OffsetDateTime.class).toInstant();
                    former
                            .getOrDefault(row.getObject("request_key", UUID.class), List.of())
                            .stream()
                            .filter(it -> it.matter().report().channel().equals(channel))
                            .filter(it -> it.matter().report().title().equals(title))
                            .filter(it -> it.matter().report().at().equals(at))
                            .forEach(known::add);
                });
        return known;
    }

    /// The ids of those that were stored.
    Set<UUID> insert(String region, List<Fresh> fresh) {
        var params = new MapSqlParameterSource("region", region);
        var matters = fresh.stream().map(BulkRows::matter).toList();
        var steps = fresh.stream().flatMap(it -> it.steps().stream()).map(BulkRows::step).toList();
        MATTER.forEach(column -> params.addValue(column.param(), texts(matters, column)));
        STEP.forEach(column -> params.addValue(column.param(), texts(steps, column)));
        return new HashSet<>(jdbc.query(SQL, params, (row, _) -> row.getObject(1, UUID.class)));
    }

    private static MapSqlParameterSource matter(Fresh fresh) {
        var params = MatterParams.moving(fresh.matter(), fresh.matter().version());
        MatterParams.report(params, fresh.matter(), Optional.of(fresh.requestKey()));
        return params;
    }

    private static MapSqlParameterSource step(Step step) {
        return new MapSqlParameterSource("stepMatter", step.subject())
                .addValue("seq", step.seq())
                .addValue("at", step.at())
                .addValue("actor", step.actor())
                .addValue("actorName", step.actorName())
                .addValue("act", step.act())
                .addValue("from", step.from())
                .addValue("to", step.to())
                .addValue("note", step.note())
                .addValue("facts", step.facts())
                .addValue("hash", step.hash());
    }

    private static @Nullable String[] texts(List<MapSqlParameterSource> rows, Column column) {
        var texts = new @Nullable String[rows.size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = text(rows.get(i).getValue(column.param()));
        }
        return texts;
    }

    private static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case byte[] bytes -> "\\x" + HexFormat.of().formatHex(bytes);
            default -> value.toString();
        };
    }

    private static List<Column> columns(String text) {
        return java.util.Arrays.stream(text.strip().split(",\\s*", -1))
                .map(column -> column.split(" ", -1))
                .map(words -> new Column(words[0], words[1], words[2].replace('_', ' ')))
                .toList();
    }

    private static String names(List<Column> columns) {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    private static String arrays(List<Column> columns) {
        return columns.stream()
                .map(column -> ":%s::%s[]".formatted(column.param(), column.type()))
                .collect(Collectors.joining(", "));
    }
}
