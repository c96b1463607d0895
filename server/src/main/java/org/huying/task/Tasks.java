package org.huying.task;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.eventlog.EventLog;
import org.huying.vault.Step;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Repository;

/// The stored tasks. A step, its history row and the event it owes are written by one statement.
@Repository
class Tasks {

    private static final String INSERT =
            """
            WITH written AS (
                INSERT INTO task.task (region, id, version, slot, playbook, playbook_version, mode, kind, name, origin, area,
                                       unit, person, team, matter, words, given_at, given_by, due_at, state, stage, steps,
                                       chain)
                VALUES (:region, :id, :version, :slot, :playbook, :playbookVersion, :mode, :kind, :name, :origin, :area,
                        :unit, :person::uuid, :team::uuid, :matter::uuid, :words, :givenAt, :givenBy, :due, 'OPEN', 0,
                        :steps, :chain)
                ON CONFLICT (region, slot) DO NOTHING
                RETURNING 1)
            """
                    + EventLog.INSERT_INTO
                    + " FROM written";

    private static final String ADVANCE =
            """
            WITH written AS (
                UPDATE task.task
                   SET version = version + 1, due_at = :due, state = :state, stage = :stage, sent_back = :sentBack, done_at = :doneAt,
                       done_by = :doneBy::uuid, done_name = :doneName, done_words = :doneWords, figure = :figure,
                       proof_kinds = :proofKinds::text[], proof = :proof::uuid[], late = :late, score = :score,
                       checked_at = :checkedAt, checked_by = :checkedBy::uuid, checked_name = :checkedName, ended = :ended,
                       steps = :steps, chain = :chain
                 WHERE region = :region AND id = :id AND version = :version
                RETURNING 1), stepped AS (
                INSERT INTO task.step (region, task, seq, at, actor, actor_name, act, from_state, to_state, note, facts, hash)
                SELECT :region, :id, :steps, :stepAt::timestamptz, :actor::uuid, :actorName, :act, :from, :to, :note,
                       :facts::json, :chain::bytea
                  FROM written), told AS (
            """
                    + EventLog.INSERT_INTO
                    + " FROM written) SELECT count(*) FROM written";

    private final NamedParameterJdbcTemplate jdbc;
    private final EventLog events;

    Tasks(NamedParameterJdbcTemplate jdbc, EventLog events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /// Stores what is not stored for its slot yet, with an event each, in one batch; answers how many are new.
    int give(List<Task> tasks) {
        var params =
                tasks.stream()
                        .map(task -> TaskRow.given(task).addValues(events.params(given(task))))
                        .toArray(SqlParameterSource[]::new);
        return Arrays.stream(jdbc.batchUpdate(INSERT, params)).sum();
    }

    private static TaskMoved given(Task task) {
        return TaskMoved.of(task, Optional.empty(), "give", task.given().at());
    }

    /// One step of a task: how it stands after it, with its history row.
    record Advance(Task after, Step step, TaskMoved told) {

        MapSqlParameterSource params(EventLog events, int expected) {
            return TaskRow.standing(after)
                    .addValue("version", expected)
                    .addValue("stepAt", TaskRow.at(step.at()))
                    .addValue("actor", step.actor())
                    .addValue("actorName", step.actorName())
                    .addValue("act", step.act())
                    .addValue("from", step.from())
                    .addValue("to", step.to())
                    .addValue("note", step.note())
                    .addValue("facts", step.facts())
                    .addValues(events.params(told));
        }
    }

    /// False when the stored version is no longer the one before.
    boolean advance(Advance advance) {
        var count =
                jdbc.queryForObject(
                        ADVANCE,
                        advance.params(events, advance.after().version() - 1),
                        Integer.class);
        return count != null && count == 1;
    }

    Optional<Task> find(String region, UUID id) {
        return find(region, List.of(id)).stream().findFirst();
    }

    List<Task> find(String region, Collection<UUID> ids) {
        return jdbc.query(
                "SELECT * FROM task.task WHERE region = :region AND id = ANY (:ids)",
                new MapSqlParameterSource("region", region)
                        .addValue("ids", ids.toArray(UUID[]::new)),
                TaskRow::read);
    }

    /// What was given for this origin and is still asked for.
    List<Task> open(String region, String origin, int most) {
        return jdbc.query(
                """
                SELECT * FROM task.task
                 WHERE region = :region AND origin = :origin AND state IN ('OPEN', 'DONE') ORDER BY id LIMIT :most
                """,
                new MapSqlParameterSource("region", region)
                        .addValue("origin", origin)
                        .addValue("most", most),
                TaskRow::read);
    }

    /// Tasks of a region that are still to be done, in id order after `after`.
    List<Task> running(String region, UUID after, int size) {
        return jdbc.query(
                """
                SELECT * FROM task.task
                 WHERE region = :region AND id > :after AND state = 'OPEN' ORDER BY id LIMIT :size
                """,
                new MapSqlParameterSource("region", region)
                        .addValue("after", after)
                        .addValue("size", size),
                TaskRow::read);
    }

    /// Marks those whose time is over as told of, and answers them.
    List<Task> late(Instant now, int most) {
        return jdbc.query(
                """
                UPDATE task.task t SET told_late = true
                  FROM (SELECT region, id FROM task.task WHERE state = 'OPEN' AND NOT told_late AND due_at < :now
                         ORDER BY due_at LIMIT :most FOR UPDATE SKIP LOCKED) late
                 WHERE t.region = late.region AND t.id = late.id
                RETURNING t.*
                """,
                new MapSqlParameterSource("now", TaskRow.at(now)).addValue("most", most),
                TaskRow::read);
    }

    List<Step> steps(String region, UUID id) {
        return jdbc.query(
                "SELECT * FROM task.step WHERE region = :region AND task = :id ORDER BY seq",
                new MapSqlParameterSource("region", region).addValue("id", id),
                (row, _) -> Step.read(row, "task"));
    }
}
