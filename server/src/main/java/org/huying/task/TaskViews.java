package org.huying.task;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.calendar.WorkCalendar;
import org.huying.org.Duties;
import org.huying.org.Organisations;
import org.huying.playbook.TaskKind;
import org.huying.playbook.Text;
import org.huying.territory.Node;
import org.huying.territory.Territory;
import org.huying.vault.Step;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Draws tasks for one caller. Names come from memory.
@Component
class TaskViews {

    /// A task with the steps that this caller may take now.
    ///
    /// @param stage so many of its `stages` are behind
    /// @param evidence kinds of proof it needs
    /// @param figure what has to be counted with it
    record TaskView(
            UUID id,
            int version,
            String kind,
            String name,
            @Nullable String mode,
            String origin,
            TaskState.Name state,
            TaskArea area,
            TaskUnit unit,
            @Nullable UUID person,
            @Nullable UUID team,
            @Nullable UUID matter,
            String words,
            OffsetDateTime given,
            OffsetDateTime due,
            boolean overdue,
            int stage,
            List<Text> stages,
            @Nullable String sentBack,
            List<String> evidence,
            @Nullable Text figure,
            boolean wordsNeeded,
            int points,
            @Nullable WorkView work,
            @Nullable String ended,
            List<String> steps,
            List<TaskStep> history) {}

    record TaskArea(String code, List<String> names) {}

    record TaskUnit(UUID id, String name) {}

    /// What was handed in; `score` once it counts.
    record WorkView(
            UUID by,
            String name,
            OffsetDateTime at,
            String words,
            @Nullable Long figure,
            List<TaskState.Proof> proof,
            boolean late,
            @Nullable Integer score,
            @Nullable String checkedBy,
            @Nullable OffsetDateTime checkedAt) {}

    /// @param was when it had to be done, and since then by when it is `due`, where the days have moved that
    record TaskStep(
            OffsetDateTime at,
            String actor,
            String act,
            String note,
            @Nullable OffsetDateTime was,
            @Nullable OffsetDateTime due) {}

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Kinds kinds;
    private final TaskDesk desk;
    private final Territory territory;
    private final Organisations organisations;
    private final Duties duties;

    TaskViews(
            Kinds kinds,
            TaskDesk desk,
            Territory territory,
            Organisations organisations,
            Duties duties) {
        this.kinds = kinds;
        this.desk = desk;
        this.territory = territory;
        this.organisations = organisations;
        this.duties = duties;
    }

    TaskView of(Task task, List<Step> history, Caller caller) {
        var kind = kinds.of(task);
        var given = task.given();
        var open =
                task.state() instanceof TaskState.Open it
                        ? Optional.of(it)
                        : Optional.<TaskState.Open>empty();
        return new TaskView(
                task.id(),
                task.version(),
                given.kind(),
                given.name(),
                given.mode().orElse(null),
                given.origin(),
                task.state().named(),
                area(task),
                unit(task),
                given.to().person().orElse(null),
                given.to().team().orElse(null),
                given.matter().orElse(null),
                given.words(),
                time(given.at()),
                time(given.due()),
                task.overdue(desk.now()),
                open.map(TaskState.Open::stage).orElse(kind.proof().stages().size()),
                kind.proof().stages(),
                open.flatMap(TaskState.Open::sentBack).orElse(null),
                kind.proof().evidence(),
                kind.proof().figure().orElse(null),
                kind.proof().words(),
                kind.score().inTime(),
                task.work().map(it -> work(it, task.state())).orElse(null),
                task.state() instanceof TaskState.Ended(var why) ? why : null,
                steps(task, kind, caller),
                history.stream().map(TaskViews::step).toList());
    }

    /// Whether this caller may check: the nearest holder of the post that the playbook names, or whoever may while nobody
    /// holds it.
    boolean mayCheck(Task task, TaskKind kind, Caller caller) {
        if (!TaskScope.reaches(caller, TaskScope.CHECK, task)) {
            return false;
        }
        var area = task.given().to().area();
        var holders =
                kind.checker().map(it -> duties.holders(it, area, desk.now())).orElse(Set.of());
        return holders.isEmpty() || holders.contains(caller.account());
    }

    private List<String> steps(Task task, TaskKind kind, Caller caller) {
        var steps = new ArrayList<String>();
        boolean mine = TaskScope.reaches(caller, TaskScope.DO, task);
        switch (task.state()) {
            case TaskState.Open(var stage, _) -> {
                if (mine) {
                    steps.add(stage < kind.proof().stages().size() ? "forward" : "finish");
                }
                end(steps, task, caller);
            }
            case TaskState.Done(var work) -> {
                if (!work.by().equals(caller.account()) && mayCheck(task, kind, caller)) {
                    steps.add("check");
                }
                end(steps, task, caller);
            }
            case TaskState.Counted _, TaskState.Ended _ -> {}
        }
        return List.copyOf(steps);
    }

    private static void end(List<String> steps, Task task, Caller caller) {
        if (TaskScope.reaches(caller, TaskScope.GIVE, task)) {
            steps.add("end");
        }
    }

    private static WorkView work(TaskState.Work work, TaskState state) {
        var counted =
                state instanceof TaskState.Counted it
                        ? Optional.of(it)
                        : Optional.<TaskState.Counted>empty();
        var check = counted.flatMap(TaskState.Counted::check);
        return new WorkView(
                work.by(),
                work.name(),
                time(work.at()),
                work.words(),
                work.figure().orElse(null),
                work.proof(),
                work.late(),
                counted.map(TaskState.Counted::score).orElse(null),
                check.map(TaskState.Check::name).orElse(null),
                check.map(it -> time(it.at())).orElse(null));
    }

    private TaskArea area(Task task) {
        var code = task.given().to().area();
        return new TaskArea(
                code.value(),
                territory.path(code, task.given().at()).stream().map(Node::name).toList());
    }

    private TaskUnit unit(Task task) {
        var id = task.given().to().unit();
        Map<UUID, String> names = organisations.names(task.region(), List.of(id));
        return new TaskUnit(id, names.getOrDefault(id, id.toString()));
    }

    private static TaskStep step(Step step) {
        var facts = JSON.readTree(step.facts());
        return new TaskStep(
                time(step.at()),
                step.actorName(),
                step.act(),
                step.note(),
                moment(facts.path("was")),
                moment(facts.path("due")));
    }

    private static @Nullable OffsetDateTime moment(JsonNode fact) {
        return fact.isString() ? time(Instant.parse(fact.asString())) : null;
    }

    static OffsetDateTime time(Instant at) {
        return at.atZone(WorkCalendar.ZONE).toOffsetDateTime();
    }
}
