package org.huying.task;

import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.calendar.TimeLimit;
import org.huying.calendar.WorkCalendar;
import org.huying.playbook.Playbook;
import org.huying.playbook.TaskKind;
import org.huying.playbook.Text;
import org.huying.problem.FieldError;
import org.huying.problem.Problem;
import org.huying.task.TaskFigures.OfKind;
import org.huying.task.TaskFigures.OfPerson;
import org.huying.task.TaskFigures.OfPlace;
import org.huying.territory.Level;
import org.huying.territory.TerritoryCode;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The list of tasks that holds at a place, and what became of what was given.
@RestController
@RequestMapping("/api/v1/{region}/tasks")
class TaskFiguresController {

    private static final int LONGEST_DAYS = 366;
    private static final int MOST_PERSONS = 500;
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2100, 1, 1);

    /// What was given from the first to the last day, both counted, within an area. At most 500 people, the highest score
    /// first.
    record TaskFiguresView(
            LocalDate from,
            LocalDate to,
            String area,
            List<OfKind> kinds,
            List<OfPerson> persons,
            List<OfPlace> places) {}

    /// The list of tasks by which a place works on a day.
    record TaskListView(String playbook, int version, List<ListedTask> tasks) {}

    /// @param mode the mode while which it is done; empty for the ordinary list
    /// @param to `post`, `team`, `unit` or `members` (of a body), with its key
    /// @param inForce whether it is on the list on that day; what was taken off stays visible
    record ListedTask(
            String key,
            Text name,
            @Nullable String mode,
            String to,
            String toKey,
            @Nullable String every,
            @Nullable String within,
            List<String> evidence,
            @Nullable Text figure,
            List<Text> stages,
            int points,
            int latePoints,
            @Nullable String checkedBy,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            boolean inForce,
            boolean template) {}

    private final TaskFigures figures;
    private final Kinds kinds;
    private final TaskDesk desk;

    TaskFiguresController(TaskFigures figures, Kinds kinds, TaskDesk desk) {
        this.figures = figures;
        this.kinds = kinds;
        this.desk = desk;
    }

    /// @param team only what was given to this team or to somebody in it; the people are its members then
    @GetMapping("/figures")
    @Permit(TaskScope.READ)
    TaskFiguresView figures(
            @PathVariable @Pattern(regexp = TaskRequests.REGION) String region,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(required = false) @Nullable TerritoryCode area,
            @RequestParam(required = false) @Nullable UUID team,
            Caller caller) {
        var within = TaskScope.within(caller, TaskScope.READ, region, area);
        var period = period(from, to, within, Optional.ofNullable(team));
        return new TaskFiguresView(
                from,
                to,
                within.value(),
                figures.kinds(period),
                figures.persons(period, MOST_PERSONS),
                figures.places(period, digitsBelow(within.level())));
    }

    /// @param on the day; today where it is missing
    @GetMapping("/list")
    @Permit(TaskScope.READ)
    TaskListView list(
            @PathVariable @Pattern(regexp = TaskRequests.REGION) String region,
            @RequestParam(required = false) @Nullable TerritoryCode area,
            @RequestParam(required = false) @Nullable LocalDate on,
            Caller caller) {
        var within = TaskScope.within(caller, TaskScope.READ, region, area);
        var at = on == null ? desk.now() : midnight(bounded(on)).plus(12, ChronoUnit.HOURS);
        var playbook = kinds.current(within, at);
        return new TaskListView(playbook.key(), playbook.version(), listed(playbook, at));
    }

    private static List<ListedTask> listed(Playbook playbook, Instant at) {
        var ordinary =
                playbook.tasks().values().stream().map(it -> listed(it, Optional.empty(), at));
        var modes =
                playbook.matter().loop().modes().entrySet().stream()
                        .flatMap(mode ->
                                mode.getValue().tasks().values().stream()
                                        .map(it -> listed(it, Optional.of(mode.getKey()), at)));
        return Stream.concat(ordinary, modes).toList();
    }

    private static ListedTask listed(TaskKind kind, Optional<String> mode, Instant at) {
        return new ListedTask(
                kind.key(),
                kind.name(),
                mode.orElse(null),
                kind.to().whom().name().toLowerCase(Locale.ROOT),
                kind.to().key(),
                kind.every().map(it -> it.name().toLowerCase(Locale.ROOT)).orElse(null),
                kind.within().map(TimeLimit::toString).orElse(null),
                kind.proof().evidence(),
                kind.proof().figure().orElse(null),
                kind.proof().stages(),
                kind.score().inTime(),
                kind.score().late(),
                kind.checker().orElse(null),
                kind.force().from().orElse(null),
                kind.force().until().orElse(null),
                Kinds.inForce(kind, at),
                kind.template());
    }

    private TaskFigures.Period period(
            LocalDate from, LocalDate to, TerritoryCode within, Optional<UUID> team) {
        if (bounded(to).isBefore(bounded(from))
                || ChronoUnit.DAYS.between(from, to) >= LONGEST_DAYS) {
            throw wrong("to", "起止日期最多相隔 366 天", "A period has at most 366 days");
        }
        return new TaskFigures.Period(
                midnight(from), midnight(to.plusDays(1)), desk.now(), within, team);
    }

    private static LocalDate bounded(LocalDate day) {
        if (day.isBefore(FIRST) || day.isAfter(LAST)) {
            throw wrong("from", "日期不合理", "That is no sensible day");
        }
        return day;
    }

    private static RuntimeException wrong(String path, String zh, String en) {
        return Problem.INVALID.with(zh, en).and(List.of(new FieldError(path, "period", zh, en)));
    }

    private static int digitsBelow(Level level) {
        return switch (level) {
            case PROVINCE, CITY, COUNTY -> Level.STREET.digits();
            case STREET -> Level.COMMUNITY.digits();
            case COMMUNITY -> Level.GRID.digits();
            case GRID, MICRO_GRID -> Level.MICRO_GRID.digits();
        };
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(WorkCalendar.ZONE).toInstant();
    }
}
