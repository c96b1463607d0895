package org.huying.task;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.huying.file.Outlet;
import org.huying.file.Paged;
import org.huying.playbook.Playbooks;
import org.huying.playbook.TaskKind;
import org.huying.sheet.ExcelSheet;
import org.huying.sheet.Words;
import org.huying.task.TaskLists.Place;
import org.huying.task.TaskViews.TaskView;
import org.huying.territory.TerritoryCode;
import org.springframework.stereotype.Component;

/// The tasks that the caller may see, as a file.
@Component
class TaskOutlet implements Outlet {

    private static final int PAGE = 500;

    private final TaskLists lists;
    private final TaskViews views;
    private final Playbooks playbooks;
    private final Clock clock;

    TaskOutlet(TaskLists lists, TaskViews views, Playbooks playbooks, Clock clock) {
        this.lists = lists;
        this.views = views;
        this.playbooks = playbooks;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "tasks";
    }

    @Override
    public Words name() {
        return new Words("任务", "Tasks");
    }

    @Override
    public String permission() {
        return TaskScope.READ;
    }

    @Override
    public List<Filter> filters(String region) {
        var playbook = playbooks.current(TerritoryCode.of(region), clock.instant());
        var kinds = playbook.tasks().values();
        return List.of(
                Filter.oneOf(
                        "state",
                        new Words("状态", "State"),
                        List.of(TaskState.Name.values()),
                        it -> it.name().toLowerCase(Locale.ROOT),
                        TaskSheetController::named),
                Filter.oneOf(
                                "kind",
                                new Words("类别", "Kind"),
                                kinds,
                                TaskKind::key,
                                (it, language) -> language.pick(it.name().zh(), it.name().en()))
                        .orAny(TaskRequests.KEY));
    }

    @Override
    public Lines<TaskView> open(Asked asked) {
        var states =
                asked.value("state")
                        .map(it -> List.of(it.toUpperCase(Locale.ROOT)))
                        .orElse(List.of("OPEN", "DONE", "COUNTED", "ENDED"));
        var filter = new TaskLists.Filter(states, asked.value("kind"), Optional.empty());
        var lines =
                new Paged<TaskView, Place>(after -> {
                    var found =
                            lists.within(
                                    asked.region(),
                                    asked.caller(),
                                    filter,
                                    after.orElse(Place.FIRST),
                                    PAGE);
                    var views =
                            found.stream()
                                    .map(it -> this.views.of(it, List.of(), asked.caller()))
                                    .toList();
                    Optional<Place> next =
                            found.size() < PAGE
                                    ? Optional.empty()
                                    : Optional.of(place(found.getLast()));
                    return new Paged.Page<>(views, next);
                });
        var language = asked.language();
        return new Lines<>(
                new ExcelSheet<>(
                        language.pick("任务", "Tasks"),
                        "tasks",
                        TaskSheetController.columns(language)),
                lines);
    }

    private static Place place(Task last) {
        return new Place(last.given().due(), last.id());
    }
}
