package org.huying.matter;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.huying.eventlog.EventLog;

/// The statements of the loop's hot path. Public so that the benchmark can run the very same text without Huying.
public final class MatterSql {

    private MatterSql() {}

    /// One matter by key.
    public static final String FIND =
            """
            SELECT * FROM matter.matter WHERE region = :region AND id = :id
            """;

    private static final String COLUMNS =
            """
            region, id, version, number, request_key, playbook, playbook_version, channel, demand, title, body, place,
            reporter, requester, contact_name, contact_phone, phone_index, source, reported_at, item, item_class, area,
            lon, lat, state, unit, person, round, reason, outcome, answer, unreached, stage, since, due_at, whole_due_at,
            late_stages, changed_at, steps, chain,
            first_unit, rung, handler, closed_at, parent, master, aside, pace, alarm_at, reply_at,
            hidden, fields, sealed_fields
            """;

    private static final String INSERT_MATTER =
            """
            WITH written AS (
                INSERT INTO matter.matter (%s)
                VALUES (:region, :id, :version, :number, :requestKey, :playbook, :playbookVersion, :channel, :demand,
                        :title, :body, :place, :reporter, :requester, :contactName, :contactPhone, :phoneIndex, :source,
                        :reportedAt, :item, :itemClass, :area, :lon, :lat, :state, :unit, :person, :round, :reason,
                        :outcome, :answer, :unreached, :stage, :since, :due, :wholeDue, :lateStages, :changedAt, :steps,
                        :chain, :firstUnit, :rung, :handler, :closedAt, :parent, :master, :aside::jsonb,
                        :pace::jsonb, :alarm, :reply, :hidden, :fields::jsonb, :sealedFields)
                ON CONFLICT (region, request_key) WHERE request_key IS NOT NULL DO NOTHING
                RETURNING 1)
            """
                    .formatted(COLUMNS);

    private static final String UPDATE_MATTER =
            """
            WITH written AS (
                UPDATE matter.matter
                   SET version = version + 1, item = :item, item_class = :itemClass, area = :area, lon = :lon, lat = :lat,
                       state = :state, unit = :unit, person = :person, round = :round, reason = :reason,
                       outcome = :outcome, answer = :answer, unreached = :unreached, stage = :stage, since = :since,
                       due_at = :due, whole_due_at = :wholeDue, late_stages = :lateStages, changed_at = :changedAt,
                       steps = :steps, chain = :chain, first_unit = :firstUnit, rung = :rung, handler = :handler,
                       closed_at = :closedAt, master = :master, aside = :aside::jsonb, pace = :pace::jsonb,
                       alarm_at = :alarm, reply_at = :reply,
                       fields = :fields::jsonb, sealed_fields = :sealedFields
                 WHERE region = :region AND id = :id AND version = :version
                   AND NOT EXISTS (SELECT 1 FROM matter.step s
                                    WHERE s.region = :region AND s.matter = :id AND s.key = :key::uuid)
                RETURNING 1)
            """;

    private static final String STEPS =
            """
            , stepped AS (
                INSERT INTO matter.step (region, matter, seq, at, actor, actor_name, act, from_state, to_state, note,
                                         facts, hash, key)
                SELECT :region, :id, s.seq::integer, s.at::timestamptz, s.actor::uuid, s.actor_name, s.act, s.from_state,
                       s.to_state, s.note, s.facts::json, s.hash::bytea, :key::uuid
                  FROM written, (VALUES {rows})
                       AS s (seq, at, actor, actor_name, act, from_state, to_state, note, facts, hash))
            """;

    /// At most so many history rows in one write.
    static final int MOST_STEPS = 8;

    private static final List<String> INSERTS = variants(INSERT_MATTER);
    private static final List<String> ADVANCES = variants(UPDATE_MATTER);

    /// Stores a new matter with its first `steps` (1 to 8) history rows and its event; counts 0 when the key was used
    /// before.
    public static String insert(int steps) {
        return INSERTS.get(steps - 1);
    }

    /// Moves a matter from one version to the next with `steps` (1 to 8) history rows and its event; counts 0 when
    /// stale, or when the key was used before.
    public static String advance(int steps) {
        return ADVANCES.get(steps - 1);
    }

    private static List<String> variants(String write) {
        return IntStream.rangeClosed(1, MOST_STEPS)
                .mapToObj(steps -> write + STEPS.replace("{rows}", rows(steps)) + event())
                .toList();
    }

    private static String event() {
        return ", told AS (" + EventLog.INSERT_INTO + " FROM written) SELECT count(*) FROM written";
    }

    private static String rows(int steps) {
        var names =
                List.of(
                        "seq",
                        "at",
                        "actor",
                        "actorName",
                        "act",
                        "from",
                        "to",
                        "note",
                        "facts",
                        "hash");
        return IntStream.range(0, steps)
                .mapToObj(i ->
                        names.stream()
                                .map(name -> ":" + name + i)
                                .collect(Collectors.joining(", ", "(", ")")))
                .collect(Collectors.joining(", "));
    }
}
