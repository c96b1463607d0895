package org.huying.task;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huying.calendar.Calendars;
import org.huying.playbook.LoopRules.ModeRules;
import org.huying.playbook.Playbook;
import org.huying.playbook.Playbooks;
import org.huying.playbook.TaskKind;
import org.huying.territory.TerritoryCode;
import org.huying.territory.TerritoryDay;
import org.springframework.stereotype.Component;

/// What kinds of tasks there are, and until when one that is given now must be done.
@Component
class Kinds {

    private final Playbooks playbooks;
    private final Calendars calendars;

    Kinds(Playbooks playbooks, Calendars calendars) {
        this.playbooks = playbooks;
        this.calendars = calendars;
    }

    Playbook current(TerritoryCode place, Instant at) {
        return playbooks.current(place, at);
    }

    /// The playbooks by which a county and its towns work.
    List<Playbook> within(String region, Instant at) {
        return playbooks.within(region, at);
    }

    /// The kind of a task, as the playbook stood when it was given.
    TaskKind of(Task task) {
        var given = task.given();
        var playbook = playbooks.pinned(given.playbook(), given.playbookVersion());
        return Optional.ofNullable(kinds(playbook, given.mode()).get(given.kind()))
                .orElseThrow(() ->
                        new IllegalStateException(playbook.key() + " has lost " + given.kind()));
    }

    /// The ordinary list, or that of a mode; empty for a mode that the place does not know.
    static Map<String, TaskKind> kinds(Playbook playbook, Optional<String> mode) {
        return mode.isEmpty()
                ? playbook.tasks()
                : Optional.ofNullable(playbook.matter().loop().modes().get(mode.get()))
                        .map(ModeRules::tasks)
                        .orElse(Map.of());
    }

    static boolean inForce(TaskKind kind, Instant at) {
        return kind.force().covers(TerritoryDay.of(at));
    }

    /// The end of the time of a task by the days that hold now; empty where its kind says nothing of time, so that it ends
    /// with its period.
    Optional<Instant> due(Task task) {
        var given = task.given();
        var playbook = playbooks.pinned(given.playbook(), given.playbookVersion());
        return of(task).within()
                .map(it -> calendars.of(task.region(), playbook.calendar()).due(given.at(), it));
    }

    /// The end of the time for a task that is given at `from`; `otherwise` where the playbook says none.
    Instant due(Playbook playbook, TaskKind kind, String region, Instant from, Instant otherwise) {
        return kind.within()
                .map(it -> calendars.of(region, playbook.calendar()).due(from, it))
                .orElse(otherwise);
    }
}
