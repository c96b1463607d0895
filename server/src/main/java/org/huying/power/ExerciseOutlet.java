package org.huying.power;

import static org.huying.sheet.ExcelSheet.time;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.file.Outlet;
import org.huying.file.Paged;
import org.huying.power.PowerViews.ExerciseView;
import org.huying.problem.Language;
import org.huying.sheet.ExcelSheet;
import org.huying.sheet.ExcelSheet.Column;
import org.huying.sheet.Words;
import org.springframework.stereotype.Component;

/// The uses of powers that the caller may see, newest first, as a file.
@Component
class ExerciseOutlet implements Outlet {

    private static final int PAGE = 500;

    private final Exercises exercises;
    private final PowerViews views;

    ExerciseOutlet(Exercises exercises, PowerViews views) {
        this.exercises = exercises;
        this.views = views;
    }

    @Override
    public String kind() {
        return "exercises";
    }

    @Override
    public Words name() {
        return new Words("行权", "Uses of powers");
    }

    @Override
    public String permission() {
        return PowerScope.READ;
    }

    @Override
    public List<Filter> filters(String region) {
        return List.of(
                Filter.oneOf(
                        "state",
                        new Words("状态", "State"),
                        List.of(ExerciseState.values()),
                        ExerciseState::name,
                        ExerciseOutlet::state));
    }

    @Override
    public Lines<ExerciseView> open(Asked asked) {
        var filter = PowerScope.filter(asked.caller(), asked.region(), asked.value("state"));
        var lines =
                new Paged<ExerciseView, UUID>(before -> {
                    var found =
                            exercises.list(
                                    asked.region(),
                                    filter,
                                    before.orElse(PowerController.NEWEST),
                                    PAGE);
                    Optional<UUID> next =
                            found.size() < PAGE
                                    ? Optional.empty()
                                    : Optional.of(found.getLast().id());
                    var shown = found.stream().map(it -> views.of(it, asked.caller())).toList();
                    return new Paged.Page<>(shown, next);
                });
        var language = asked.language();
        return new Lines<>(
                new ExcelSheet<>(
                        language.pick("行权", "Uses of powers"), "exercises", columns(language)),
                lines);
    }

    private static List<Column<ExerciseView>> columns(Language language) {
        return List.of(
                new Column<>(language.pick("权力", "Power"), 30, ExerciseView::name),
                new Column<>(language.pick("标题", "Title"), 36, ExerciseView::title),
                new Column<>(language.pick("状态", "State"), 14, it -> state(it.state(), language)),
                new Column<>(
                        language.pick("地点", "Place"), 34, it -> String.join("", it.areaNames())),
                new Column<>(language.pick("谁用的", "Used by"), 24, ExerciseView::nodeName),
                new Column<>(language.pick("对哪个部门", "Towards"), 24, ExerciseView::departmentName),
                new Column<>(language.pick("什么时候", "Used"), 18, it -> time(it.used())),
                new Column<>(
                        language.pick("异议到", "Objections until"), 18, it -> time(it.objectBy())),
                new Column<>(language.pick("答复到", "Answer due"), 18, it -> time(it.answerBy())),
                new Column<>(
                        language.pick("超时", "Late"),
                        8,
                        it -> it.overdue() ? language.pick("是", "yes") : ""),
                new Column<>(language.pick("依据", "Basis"), 40, ExerciseView::basis));
    }

    private static String state(ExerciseState state, Language language) {
        return switch (state) {
            case USED -> language.pick("等答复", "Answer owed");
            case OBJECTED -> language.pick("有异议", "Objected to");
            case MAINTAINED -> language.pick("坚持，待裁定", "Maintained, to be decided");
            case UPHELD -> language.pick("裁定有效，等答复", "Upheld, answer owed");
            case ANSWERED -> language.pick("已答复", "Answered");
            case WITHDRAWN -> language.pick("已撤回", "Withdrawn");
            case VOID -> language.pick("裁定无效", "Void");
        };
    }
}
