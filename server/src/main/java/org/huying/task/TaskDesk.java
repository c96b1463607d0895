package org.huying.task;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.calendar.Recountable.Outcome;
import org.huying.calendar.Shift;
import org.huying.matter.Pictures;
import org.huying.problem.Problem;
import org.huying.task.TaskRules.Decision;
import org.huying.task.Tasks.Advance;
import org.huying.vault.Step;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Takes the steps of tasks: decides, writes, tells.
@Service
class TaskDesk {

    private static final String PICTURE = "task";

    private final Tasks tasks;
    private final Kinds kinds;
    private final Pictures pictures;
    private final JsonMapper json;
    private final Clock clock;

    TaskDesk(Tasks tasks, Kinds kinds, Pictures pictures, JsonMapper json, Clock clock) {
        this.tasks = tasks;
        this.kinds = kinds;
        this.pictures = pictures;
        this.json = json;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    Optional<Task> find(String region, UUID id) {
        return tasks.find(region, id);
    }

    List<Step> history(Task task) {
        return tasks.steps(task.region(), task.id());
    }

    /// The bytes of a picture that was handed in with the task; none of any other.
    Optional<byte[]> picture(Task task, UUID id, boolean thumbnail) {
        return task.work()
                .filter(work -> work.proof().stream().anyMatch(it -> it.picture().equals(id)))
                .flatMap(_ -> pictures.taken(task.region(), id, PICTURE, thumbnail));
    }

    @Transactional
    public Task give(Task task) {
        if (tasks.give(List.of(task)) == 0) {
            throw Problem.CONFLICT.with("这项任务已经派过了", "This task has been given already");
        }
        return task;
    }

    /// Throws what the caller is to be told when the step is not taken.
    @Transactional
    public Task take(Task task, TaskCommand command, Caller by) {
        return switch (TaskRules.decide(task, command, kinds.of(task), by, now())) {
            case Decision.Refused(var why) ->
                    throw Problem.REFUSED.with(why.zh(), why.en()).and("reason", why.name());
            case Decision.Moved(var next) -> {
                shown(task, command, by);
                var advance = advance(task, command, next, by);
                if (!tasks.advance(advance)) {
                    throw Problem.OVERTAKEN.plain();
                }
                yield advance.after();
            }
        };
    }

    /// Moves the end of its time to where the days of now put it, while it is still to be done and not late.
    @Transactional
    public Outcome recount(Task task) {
        var now = now();
        var shift = Shift.between(Optional.of(task.given().due()), kinds.due(task), now);
        if (shift.isEmpty()) {
            return Outcome.SAME;
        }
        var command = new TaskCommand.Recount(shift.get());
        return switch (TaskRules.decide(task, command, kinds.of(task), Caller.SYSTEM, now)) {
            case Decision.Refused _ -> Outcome.SAME;
            case Decision.Moved(var next) ->
                    tasks.advance(advance(task, command, next, Caller.SYSTEM))
                            ? Outcome.MOVED
                            : Outcome.LOST;
        };
    }

    /// Ends what was given for an origin and is still asked for.
    @Transactional
    public void endAll(String region, String origin, String why, Caller by, int page) {
        var open = tasks.open(region, origin, page);
        while (!open.isEmpty()) {
            open.forEach(task -> take(task, new TaskCommand.End(why), by));
            open = tasks.open(region, origin, page);
        }
    }

    private void shown(Task task, TaskCommand command, Caller by) {
        if (command instanceof TaskCommand.Finish(_, _, var proof) && !proof.isEmpty()) {
            var ids = proof.stream().map(TaskState.Proof::picture).distinct().toList();
            if (!pictures.take(task.region(), by.account(), ids, PICTURE)) {
                throw Problem.ATTACHMENT_UNKNOWN.plain();
            }
        }
    }

    private Advance advance(Task task, TaskCommand command, TaskState next, Caller by) {
        var now = now();
        var shift =
                command instanceof TaskCommand.Recount(var it)
                        ? Optional.of(it)
                        : Optional.<Shift>empty();
        var said =
                new Step.Said(
                        by.account(),
                        by.name(),
                        command.act(),
                        task.state().named().name(),
                        next.named().name(),
                        command.words(),
                        json.writeValueAsString(
                                shift.<Object>map(it -> it).orElseGet(() -> facts(next))));
        var step = Step.link(task.region(), task.id(), task.steps() + 1, now, said, task.chain());
        var after =
                new Task(
                        task.region(),
                        task.id(),
                        task.version() + 1,
                        shift.map(it -> task.given().until(it.due())).orElse(task.given()),
                        next,
                        step.seq(),
                        step.hash());
        var doer = after.work().or(task::work).map(TaskState.Work::by);
        var told = TaskMoved.of(after, doer, command.act(), now);
        return new Advance(after, step, shift.map(it -> told.saying(it.word())).orElse(told));
    }

    private static Map<String, Object> facts(TaskState next) {
        return switch (next) {
            case TaskState.Open(var stage, _) -> Map.of("stage", stage);
            case TaskState.Done(var work) -> facts(work);
            case TaskState.Counted(var work, _, var score) ->
                    Map.of(
                            "score",
                            score,
                            "late",
                            work.late(),
                            "figure",
                            work.figure().map(Object::toString).orElse(""));
            case TaskState.Ended _ -> Map.of();
        };
    }

    private static Map<String, Object> facts(TaskState.Work work) {
        return Map.of(
                "late",
                work.late(),
                "figure",
                work.figure().map(Object::toString).orElse(""),
                "proof",
                work.proof().stream().map(it -> it.picture().toString()).toList());
    }
}
