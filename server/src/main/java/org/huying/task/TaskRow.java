package org.huying.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.task.TaskState.Counted;
import org.huying.task.TaskState.Done;
import org.huying.task.TaskState.Ended;
import org.huying.task.TaskState.Open;
import org.huying.territory.TerritoryCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/// Lays a task out as the columns of its row, and reads it back.
final class TaskRow {

    private TaskRow() {}

    static Task read(ResultSet row, int number) throws SQLException {
        return new Task(
                row.getString("region"),
                row.getObject("id", UUID.class),
                row.getInt("version"),
                given(row),
                state(row),
                row.getInt("steps"),
                row.getBytes("chain"));
    }

    private static Task.Given given(ResultSet row) throws SQLException {
        return new Task.Given(
                row.getString("playbook"),
                row.getInt("playbook_version"),
                Optional.ofNullable(row.getString("mode")),
                row.getString("kind"),
                row.getString("name"),
                row.getString("origin"),
                new Task.To(
                        TerritoryCode.of(row.getString("area")),
                        row.getObject("unit", UUID.class),
                        id(row, "person"),
                        id(row, "team")),
                id(row, "matter"),
                row.getString("words"),
                row.getObject("given_by", UUID.class),
                time(row, "given_at"),
                time(row, "due_at"));
    }

    private static TaskState state(ResultSet row) throws SQLException {
        return switch (TaskState.Name.valueOf(row.getString("state"))) {
            case OPEN ->
                    new Open(row.getInt("stage"), Optional.ofNullable(row.getString("sent_back")));
            case DONE -> new Done(work(row));
            case COUNTED -> new Counted(work(row), check(row), row.getInt("score"));
            case ENDED -> new Ended(row.getString("ended"));
        };
    }

    private static TaskState.Work work(ResultSet row) throws SQLException {
        long figure = row.getLong("figure");
        var counted = row.wasNull() ? Optional.<Long>empty() : Optional.of(figure);
        return new TaskState.Work(
                row.getObject("done_by", UUID.class),
                row.getString("done_name"),
                time(row, "done_at"),
                row.getString("done_words"),
                counted,
                proof(row),
                row.getBoolean("late"));
    }

    private static List<TaskState.Proof> proof(ResultSet row) throws SQLException {
        var kinds = (String[]) row.getArray("proof_kinds").getArray();
        var pictures = (UUID[]) row.getArray("proof").getArray();
        var proof = new ArrayList<TaskState.Proof>();
        for (int i = 0; i < kinds.length; i++) {
            proof.add(new TaskState.Proof(kinds[i], pictures[i]));
        }
        return List.copyOf(proof);
    }

    private static Optional<TaskState.Check> check(ResultSet row) throws SQLException {
        var by = row.getObject("checked_by", UUID.class);
        return by == null
                ? Optional.empty()
                : Optional.of(
                        new TaskState.Check(
                                by, row.getString("checked_name"), time(row, "checked_at")));
    }

    /// What is written once.
    static MapSqlParameterSource given(Task task) {
        var given = task.given();
        var to = given.to();
        return key(task)
                .addValue("slot", given.slot())
                .addValue("playbook", given.playbook())
                .addValue("playbookVersion", given.playbookVersion())
                .addValue("mode", given.mode().orElse(null), Types.VARCHAR)
                .addValue("kind", given.kind())
                .addValue("name", given.name())
                .addValue("origin", given.origin())
                .addValue("area", to.area().value())
                .addValue("unit", to.unit())
                .addValue("person", to.person().orElse(null), Types.OTHER)
                .addValue("team", to.team().orElse(null), Types.OTHER)
                .addValue("matter", given.matter().orElse(null), Types.OTHER)
                .addValue("words", given.words())
                .addValue("givenAt", at(given.at()))
                .addValue("givenBy", given.by())
                .addValue("due", at(given.due()));
    }

    /// What changes with every step.
    static MapSqlParameterSource standing(Task task) {
        var params = key(task);
        var open = task.state() instanceof Open it ? it : new Open(0, Optional.empty());
        var counted =
                task.state() instanceof Counted it ? Optional.of(it) : Optional.<Counted>empty();
        var check = counted.flatMap(Counted::check);
        var ended = task.state() instanceof Ended(var why) ? why : null;
        params.addValue("due", at(task.given().due()))
                .addValue("state", task.state().named().name())
                .addValue("stage", open.stage())
                .addValue("sentBack", open.sentBack().orElse(null), Types.VARCHAR)
                .addValue("score", counted.map(Counted::score).orElse(null), Types.INTEGER)
                .addValue("checkedBy", check.map(TaskState.Check::by).orElse(null), Types.OTHER)
                .addValue(
                        "checkedName", check.map(TaskState.Check::name).orElse(null), Types.VARCHAR)
                .addValue(
                        "checkedAt",
                        check.map(it -> at(it.at())).orElse(null),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .addValue("ended", ended, Types.VARCHAR);
        work(params, task.work());
        return params;
    }

    private static void work(MapSqlParameterSource params, Optional<TaskState.Work> work) {
        params.addValue("doneBy", work.map(TaskState.Work::by).orElse(null), Types.OTHER)
                .addValue("doneName", work.map(TaskState.Work::name).orElse(null), Types.VARCHAR)
                .addValue(
                        "doneAt",
                        work.map(it -> at(it.at())).orElse(null),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .addValue("doneWords", work.map(TaskState.Work::words).orElse(null), Types.VARCHAR)
                .addValue("figure", work.flatMap(TaskState.Work::figure).orElse(null), Types.BIGINT)
                .addValue("late", work.map(TaskState.Work::late).orElse(null), Types.BOOLEAN)
                .addValue("proofKinds", kinds(work))
                .addValue("proof", pictures(work));
    }

    private static String @Nullable [] kinds(Optional<TaskState.Work> work) {
        return work.map(it -> it.proof().stream().map(TaskState.Proof::kind).toArray(String[]::new))
                .orElse(null);
    }

    private static UUID @Nullable [] pictures(Optional<TaskState.Work> work) {
        return work.map(it ->
                        it.proof().stream().map(TaskState.Proof::picture).toArray(UUID[]::new))
                .orElse(null);
    }

    private static MapSqlParameterSource key(Task task) {
        return new MapSqlParameterSource("region", task.region())
                .addValue("id", task.id())
                .addValue("version", task.version())
                .addValue("steps", task.steps())
                .addValue("chain", task.chain());
    }

    static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static Optional<UUID> id(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class));
    }
}
