package org.huying.matter;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.huying.database.NamedSql;
import org.huying.eventlog.EventLog;
import org.huying.matter.loop.Matter;
import org.huying.vault.Step;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;

/// The stored matters. A matter, its history rows and the event they owe are written by one statement.
@Repository
class Matters {

    private static final NamedSql FIND = NamedSql.of(MatterSql.FIND);
    private static final List<NamedSql> INSERTS = each(MatterSql::insert);
    private static final List<NamedSql> ADVANCES = each(MatterSql::advance);

    private final NamedParameterJdbcTemplate jdbc;
    private final EventLog events;

    Matters(NamedParameterJdbcTemplate jdbc, EventLog events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /// False when a report with this request key is stored already.
    boolean insert(Matter matter, List<Step> steps, Optional<UUID> requestKey) {
        var params = MatterParams.moving(matter, matter.version());
        MatterParams.report(params, matter, requestKey);
        return write(INSERTS.get(steps.size() - 1), params, matter, steps, Optional.empty());
    }

    /// False when the stored version is no longer the one before `after`, or when the key was used before.
    boolean advance(Matter after, List<Step> steps, Optional<UUID> key) {
        var params = MatterParams.moving(after, after.version() - 1);
        return write(ADVANCES.get(steps.size() - 1), params, after, steps, key);
    }

    Optional<Matter> find(MatterId id) {
        var key = Map.of("region", id.region(), "id", id.value());
        return plain().query(FIND.text(), FIND.with(key), MatterRow::read).stream().findFirst();
    }

    List<Matter> find(String region, Collection<UUID> ids) {
        return jdbc.query(
                """
                SELECT * FROM matter.matter WHERE region = :region AND id = ANY (:ids)
                """,
                new MapSqlParameterSource("region", region)
                        .addValue("ids", ids.toArray(UUID[]::new)),
                MatterRow::read);
    }

    Optional<Matter> byNumber(String region, String number) {
        return jdbc
                .query(
                        """
                        SELECT * FROM matter.matter WHERE region = :region AND number = :number
                        """,
                        new MapSqlParameterSource("region", region).addValue("number", number),
                        MatterRow::read)
                .stream()
                .findFirst();
    }

    /// Unknown numbers are missing from the answer.
    List<Matter> numbered(String region, Collection<String> numbers) {
        return jdbc.query(
                """
                SELECT * FROM matter.matter WHERE region = :region AND number = ANY (:numbers) ORDER BY id
                """,
                new MapSqlParameterSource("region", region)
                        .addValue("numbers", numbers.toArray(String[]::new)),
                MatterRow::read);
    }

    Optional<Matter> byRequestKey(String region, UUID key) {
        return jdbc
                .query(
                        """
                        SELECT * FROM matter.matter WHERE region = :region AND request_key = :key
                        """,
                        new MapSqlParameterSource("region", region).addValue("key", key),
                        MatterRow::read)
                .stream()
                .findFirst();
    }

    /// The history of one matter, oldest first.
    List<Step> steps(MatterId id) {
        return jdbc.query(
                """
                SELECT * FROM matter.step WHERE region = :region AND matter = :id ORDER BY seq
                """,
                new MapSqlParameterSource("region", id.region()).addValue("id", id.value()),
                (row, _) -> Step.read(row, "matter"));
    }

    /// What a request has already done to a matter: the act that was asked for, and the last history row it wrote.
    record Before(String act, int last) {}

    /// How this request key has already moved the matter.
    Optional<Before> taken(MatterId id, UUID key) {
        return jdbc
                .query(
                        """
                        SELECT (array_agg(act ORDER BY seq))[1] AS act, max(seq) AS last FROM matter.step
                         WHERE region = :region AND matter = :id AND key = :key HAVING count(*) > 0
                        """,
                        new MapSqlParameterSource("region", id.region())
                                .addValue("id", id.value())
                                .addValue("key", key),
                        (row, _) -> new Before(row.getString("act"), row.getInt("last")))
                .stream()
                .findFirst();
    }

    /// How many of the matters split from it are still open.
    int openParts(MatterId id) {
        return count(
                """
                SELECT count(*) FROM matter.matter
                 WHERE region = :region AND parent = :id
                   AND state NOT IN ('CLOSED', 'REJECTED', 'MERGED', 'VOIDED', 'WITHDRAWN')
                """,
                id);
    }

    /// Whether others were merged into it.
    boolean hasMerged(MatterId id) {
        return count(
                        """
                        SELECT count(*) FROM (
                            SELECT 1 FROM matter.matter WHERE region = :region AND master = :id LIMIT 1) AS one
                        """,
                        id)
                > 0;
    }

    private int count(String sql, MatterId id) {
        var params = new MapSqlParameterSource("region", id.region()).addValue("id", id.value());
        var count = jdbc.queryForObject(sql, params, Integer.class);
        return count == null ? 0 : count;
    }

    /// Matters of a region whose clock runs or that owe a word to somebody, in id order after `after`.
    List<Matter> running(String region, UUID after, int size) {
        return jdbc.query(
                """
                SELECT * FROM matter.matter
                 WHERE region = :region AND id > :after
                   AND (due_at IS NOT NULL OR whole_due_at IS NOT NULL OR reply_at IS NOT NULL)
                   AND (state NOT IN ('CLOSED', 'REJECTED', 'MERGED', 'VOIDED', 'WITHDRAWN') OR reply_at IS NOT NULL)
                 ORDER BY id LIMIT :size
                """,
                new MapSqlParameterSource("region", region)
                        .addValue("after", after)
                        .addValue("size", size),
                MatterRow::read);
    }

    /// Matters of a region in id order after `after`, for rebuilding read models.
    List<Matter> page(String region, UUID after, int size) {
        return jdbc.query(
                """
                SELECT * FROM matter.matter WHERE region = :region AND id > :after ORDER BY id LIMIT :size
                """,
                new MapSqlParameterSource("region", region)
                        .addValue("after", after)
                        .addValue("size", size),
                MatterRow::read);
    }

    List<String> regions() {
        return jdbc.query(
                """
                WITH RECURSIVE r AS (
                    (SELECT region FROM matter.matter ORDER BY region LIMIT 1)
                    UNION ALL
                    SELECT (SELECT m.region FROM matter.matter m WHERE m.region > r.region ORDER BY m.region LIMIT 1)
                      FROM r WHERE r.region IS NOT NULL)
                SELECT region FROM r WHERE region IS NOT NULL
                """,
                (row, _) -> row.getString(1));
    }

    /// What the others are told about these steps.
    static MatterMoved moved(Matter matter, List<Step> steps) {
        var last = steps.getLast();
        return new MatterMoved(
                matter.id().region(),
                matter.id().value(),
                steps.getFirst().from(),
                last.to(),
                last.act(),
                steps.getFirst().actor(),
                matter.changedAt(),
                matter.version(),
                matter.lead().stream().findFirst(),
                Tidings.of(matter, steps));
    }

    private boolean write(
            NamedSql sql,
            MapSqlParameterSource params,
            Matter matter,
            List<Step> steps,
            Optional<UUID> key) {
        MatterParams.steps(params, steps, key);
        params.addValues(events.params(moved(matter, steps)));
        var written =
                plain().query(
                                sql.text(),
                                sql.with(params.getValues()),
                                (row, _) -> row.getInt(1) == 1);
        return written.getFirst();
    }

    private JdbcOperations plain() {
        return jdbc.getJdbcOperations();
    }

    private static List<NamedSql> each(IntFunction<String> statement) {
        return IntStream.rangeClosed(1, MatterSql.MOST_STEPS)
                .mapToObj(steps -> NamedSql.of(statement.apply(steps)))
                .toList();
    }
}
