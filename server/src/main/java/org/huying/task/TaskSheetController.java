package org.huying.task;

import static org.huying.sheet.ExcelSheet.text;
import static org.huying.sheet.ExcelSheet.time;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.huying.access.Audit;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.problem.Language;
import org.huying.sheet.ExcelSheet;
import org.huying.sheet.ExcelSheet.Column;
import org.huying.task.TaskLists.Filter;
import org.huying.task.TaskLists.Place;
import org.huying.task.TaskViews.TaskView;
import org.huying.task.TaskViews.WorkView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Lists of tasks taken away as a sheet for Excel.
@RestController
@RequestMapping("/api/v1/{region}/tasks")
class TaskSheetController {

    private final TaskLists lists;
    private final TaskViews views;
    private final Audit audit;

    TaskSheetController(TaskLists lists, TaskViews views, Audit audit) {
        this.lists = lists;
        this.views = views;
        this.audit = audit;
    }

    /// The same choice as of the list.
    record TaskSheetQuery(
            @Nullable @Pattern(regexp = "mine|unit|area") String axis,
            @Nullable @Pattern(regexp = "open|done|counted|ended") String state,
            @Nullable @Pattern(regexp = TaskRequests.KEY) String kind) {

        Filter filter() {
            return new Filter(
                    List.of(state == null ? "OPEN" : state.toUpperCase(Locale.ROOT)),
                    Optional.ofNullable(kind),
                    Optional.empty());
        }
    }

    /// The same lines as the list, at most 5 000. Words about people stand in them, so every export says what for and is
    /// recorded before it is answered.
    @GetMapping(value = "/export", produces = ExcelSheet.TYPE)
    @Permit(TaskScope.READ)
    ResponseEntity<byte[]> export(
            @PathVariable @Pattern(regexp = TaskRequests.REGION) String region,
            @RequestParam @NotBlank @Size(max = 200) String purpose,
            @Valid TaskSheetQuery query,
            Caller caller,
            HttpServletRequest request) {
        var language = Language.of(request);
        var axis = query.axis() == null ? "mine" : query.axis();
        audit.looked(caller, region, "tasks/" + axis, purpose);
        var found =
                switch (axis) {
                    case "unit" ->
                            lists.ofUnits(region, caller, query.filter(), Place.FIRST, wanted());
                    case "area" ->
                            lists.within(region, caller, query.filter(), Place.FIRST, wanted());
                    default -> lists.mine(region, caller, query.filter(), Place.FIRST, wanted());
                };
        var lines = found.stream().map(it -> views.of(it, List.of(), caller)).toList();
        return new ExcelSheet<>(language.pick("任务", "Tasks"), "tasks", columns(language))
                .answer(lines, false, language);
    }

    private static int wanted() {
        return ExcelSheet.MOST + 1;
    }

    static List<Column<TaskView>> columns(Language language) {
        return List.of(
                new Column<>(language.pick("任务", "Task"), 24, TaskView::name),
                new Column<>(language.pick("状态", "State"), 12, it -> named(it.state(), language)),
                new Column<>(
                        language.pick("地点", "Place"), 34, it -> String.join("", it.area().names())),
                new Column<>(language.pick("谁在办", "In hand of"), 24, it -> it.unit().name()),
                new Column<>(language.pick("交代", "Words"), 36, TaskView::words),
                new Column<>(language.pick("派来", "Given"), 18, it -> time(it.given())),
                new Column<>(language.pick("时限", "Due"), 18, it -> time(it.due())),
                new Column<>(
                        language.pick("超时", "Late"),
                        8,
                        it -> it.overdue() ? language.pick("是", "yes") : ""),
                new Column<>(
                        language.pick("做了什么", "What was done"),
                        36,
                        it -> work(it, WorkView::words)),
                new Column<>(language.pick("数量", "Figure"), 10, it -> work(it, WorkView::figure)),
                new Column<>(language.pick("得分", "Score"), 8, it -> work(it, WorkView::score)),
                new Column<>(
                        language.pick("核查", "Checked by"),
                        14,
                        it -> work(it, WorkView::checkedBy)));
    }

    private interface Part {
        @Nullable Object of(WorkView work);
    }

    private static String work(TaskView task, Part part) {
        var work = task.work();
        return work == null ? "" : text(part.of(work));
    }

    static String named(TaskState.Name state, Language language) {
        return switch (state) {
            case OPEN -> language.pick("要做的", "To do");
            case DONE -> language.pick("等核查", "To be checked");
            case COUNTED -> language.pick("已计入", "Counted");
            case ENDED -> language.pick("已结束", "Ended");
        };
    }
}
