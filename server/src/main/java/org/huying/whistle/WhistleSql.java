package org.huying.whistle;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.huying.eventlog.EventLog;

/// The statements by which a whistle is blown and moved. Public so that the benchmark can run the very same text without
/// Huying. A statement takes the units it writes as one JSON array.
public final class WhistleSql {

    private WhistleSql() {}

    private static final String READ =
            """
            SELECT w.*, (SELECT json_agg(s ORDER BY s.lead DESC, s.since, s.unit) FROM whistle.summons s
                          WHERE s.region = w.region AND s.whistle = w.id) AS summons
            """;

    /// Whistles with their units; more conditions may follow.
    static final String SELECT = READ + "FROM whistle.whistle w WHERE w.region = :region ";

    /// Whistles with their units, of a query `w` that is given in parentheses.
    static final String SELECT_OF = READ + "FROM ";

    /// One whistle by key.
    public static final String FIND = SELECT + "AND w.id = :id";

    private static final String WHISTLE =
            """
            region, id, version, number, request_key, playbook, playbook_version, rung, cause, item, no_item_reason,
            emergency, matter, matter_number, title, body, area, place, lon, lat, caller_unit, caller_node, caller,
            caller_name, evaluated, blown_at, state, record_revision, record, outcome, withdrawn, changed_at, steps, chain
            """;

    /// What a unit's row holds beside its key.
    private static final String SUMMONS =
            """
            unit uuid, lead boolean, state text, since timestamptz, due_at timestamptz, object_by timestamptz, team text, on_duty uuid,
            received_at timestamptz, received_by uuid, objection text, objected_at timestamptz, upheld boolean,
            finding text, found_at timestamptz, missed_at timestamptz, above uuid, arrived_at timestamptz,
            arrived_by uuid, arrived_name text, arrived_place text, lon double precision, lat double precision,
            photos uuid[], late boolean, signed_at timestamptz, signed_by uuid, signed_name text, ended_at timestamptz,
            response smallint, quality smallint, solved boolean, remark text, rank bigint
            """;

    private static final String INSERT_WHISTLE =
            """
            WITH written AS (
                INSERT INTO whistle.whistle (%s)
                VALUES (:region, :id, :version, :number, :requestKey::uuid, :playbook, :playbookVersion, :rung, :cause,
                        :item, :noItemReason, :emergency, :matter::uuid, :matterNumber, :title, :body, :area, :place,
                        :lon, :lat, :callerUnit::uuid, :callerNode, :caller, :callerName, :evaluated, :blownAt, :state,
                        :recordRevision, :record, :outcome, :withdrawn, :changedAt, :steps, :chain)
                ON CONFLICT (region, request_key) WHERE request_key IS NOT NULL DO NOTHING
                RETURNING 1)
            """
                    .formatted(WHISTLE);

    private static final String UPDATE_WHISTLE =
            """
            WITH written AS (
                UPDATE whistle.whistle
                   SET version = version + 1, state = :state, record_revision = :recordRevision, record = :record,
                       outcome = :outcome, withdrawn = :withdrawn, changed_at = :changedAt, steps = :steps,
                       chain = :chain
                 WHERE region = :region AND id = :id AND version = :version
                   AND NOT EXISTS (SELECT 1 FROM whistle.step s
                                    WHERE s.region = :region AND s.whistle = :id AND s.key = :key::uuid)
                RETURNING 1)
            """;

    private static final String CALLED =
            """
            , called AS (
                INSERT INTO whistle.summons AS o (region, whistle, %s)
                SELECT :region, :id, %s FROM written, json_to_recordset(:summons::json) AS s (%s)
                ON CONFLICT (region, whistle, unit) DO UPDATE SET %s)
            """
                    .formatted(
                            names(""),
                            names("s."),
                            SUMMONS,
                            Arrays.stream(SUMMONS.split(",", -1))
                                    .map(WhistleSql::name)
                                    .filter(it -> !it.equals("unit"))
                                    .map(it -> it + " = EXCLUDED." + it)
                                    .collect(Collectors.joining(", ")));

    private static final String STEPPED =
            """
            , stepped AS (
                INSERT INTO whistle.step (region, whistle, seq, at, actor, actor_name, act, from_state, to_state, note,
                                          facts, hash, key)
                SELECT :region, :id, :steps, :changedAt::timestamptz, :actor::uuid, :actorName, :act, :from, :to, :note,
                       :facts::json, :chain::bytea, :key::uuid
                  FROM written)
            """;

    private static final String TOLD =
            ", told AS (" + EventLog.INSERT_INTO + " FROM written) SELECT count(*) FROM written";

    /// Stores a new whistle with its units, its first history row and its event; counts 0 when the key was used before.
    public static final String INSERT = INSERT_WHISTLE + CALLED + STEPPED + TOLD;

    /// Moves a whistle from one version to the next, with the units that changed, a history row and its event; counts 0
    /// when stale, or when the key was used before.
    public static final String ADVANCE = UPDATE_WHISTLE + CALLED + STEPPED + TOLD;

    private static String names(String prefix) {
        return Arrays.stream(SUMMONS.split(",", -1))
                .map(it -> prefix + name(it))
                .collect(Collectors.joining(", "));
    }

    private static String name(String column) {
        return column.strip().split(" ", 2)[0];
    }
}
