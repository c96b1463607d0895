package org.huying.task;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.problem.Problem;
import org.huying.problem.Seen;
import org.huying.task.TaskLists.Filter;
import org.huying.task.TaskLists.Place;
import org.huying.task.TaskRequests.GiveTaskRequest;
import org.huying.task.TaskViews.TaskView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Lists of tasks, and where tasks are given by hand.
@RestController
@RequestMapping("/api/v1/{region}/tasks")
class TaskListController {

    private static final String PLACE = "[0-9]{1,18}\\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final long MICROS = 1_000_000L;

    /// @param next pass it as `after` for the next page; absent on the last
    record TaskPage(List<TaskView> tasks, @Nullable String next) {}

    private final TaskLists lists;
    private final TaskViews views;
    private final ByHand byHand;

    TaskListController(TaskLists lists, TaskViews views, ByHand byHand) {
        this.lists = lists;
        this.views = views;
        this.byHand = byHand;
    }

    /// @param axis `mine`: given to me; `unit`: to my bodies; `area`: all that I may see
    /// @param state `open` (to be done), `done` (to be checked), `counted`, `ended`
    @GetMapping
    @Permit(TaskScope.READ)
    TaskPage list(
            @PathVariable @Pattern(regexp = TaskRequests.REGION) String region,
            @RequestParam(defaultValue = "mine") @Pattern(regexp = "mine|unit|area") String axis,
            @RequestParam(defaultValue = "open") @Pattern(regexp = "open|done|counted|ended")
                    String state,
            @Valid TaskQuery query,
            Caller caller) {
        var filter =
                new Filter(
                        List.of(state.toUpperCase(Locale.ROOT)),
                        Optional.ofNullable(query.kind()),
                        Optional.ofNullable(query.matter()));
        var after = place(query.after());
        int limit = query.limit() == null ? 20 : query.limit();
        var found =
                switch (axis) {
                    case "unit" -> lists.ofUnits(region, caller, filter, after, limit + 1);
                    case "area" -> lists.within(region, caller, filter, after, limit + 1);
                    default -> lists.mine(region, caller, filter, after, limit + 1);
                };
        boolean more = found.size() > limit;
        var shown = more ? found.subList(0, limit) : found;
        return new TaskPage(
                shown.stream().map(it -> views.of(it, List.of(), caller)).toList(),
                more ? text(shown.getLast()) : null);
    }

    /// @param matter only those that serve this matter
    /// @param limit at most so many, 20 where it is missing
    record TaskQuery(
            @Nullable @Pattern(regexp = TaskRequests.KEY) String kind,
            @Nullable UUID matter,
            @Nullable @Pattern(regexp = PLACE) String after,
            @Nullable @Min(1) @Max(200) Integer limit) {}

    @PostMapping
    @Permit(TaskScope.GIVE)
    ResponseEntity<TaskView> give(
            @PathVariable @Pattern(regexp = TaskRequests.REGION) String region,
            @RequestBody @Valid GiveTaskRequest body,
            Caller caller) {
        var task = byHand.give(region, body, caller);
        return ResponseEntity.created(URI.create("/api/v1/" + region + "/tasks/" + task.id()))
                .header(HttpHeaders.ETAG, Seen.tag(task.version()))
                .body(views.of(task, List.of(), caller));
    }

    private static String text(Task last) {
        var due = last.given().due();
        return due.getEpochSecond() * MICROS + due.getNano() / 1000 + "." + last.id();
    }

    private static Place place(@Nullable String text) {
        if (text == null) {
            return Place.FIRST;
        }
        int dot = text.indexOf('.');
        try {
            return new Place(
                    Instant.EPOCH.plus(Long.parseLong(text.substring(0, dot)), ChronoUnit.MICROS),
                    UUID.fromString(text.substring(dot + 1)));
        } catch (IllegalArgumentException | ArithmeticException _) {
            throw Problem.UNREADABLE.with(
                    "after 不是本列表给出的翻页标记", "after is not a place that this list has handed out");
        }
    }
}
