package org.huying.whistle;

import static org.huying.sheet.ExcelSheet.time;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.Collectors;
import org.huying.access.Audit;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.org.Organisations;
import org.huying.problem.Language;
import org.huying.sheet.ExcelSheet;
import org.huying.sheet.ExcelSheet.Column;
import org.huying.whistle.WhistleLists.Place;
import org.huying.whistle.WhistleView.Keyed;
import org.huying.whistle.WhistleView.SummonsView;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Lists of whistles taken away as a sheet for Excel.
@RestController
@RequestMapping("/api/v1/{region}/whistles")
class WhistleSheetController {

    private static final int WANTED = ExcelSheet.MOST + 1;

    private final WhistleLists lists;
    private final WhistleViews views;
    private final Organisations organisations;
    private final Audit audit;

    WhistleSheetController(
            WhistleLists lists, WhistleViews views, Organisations organisations, Audit audit) {
        this.lists = lists;
        this.views = views;
        this.organisations = organisations;
        this.audit = audit;
    }

    /// The same lines as the list, at most 5 000; recorded before they are answered.
    @GetMapping(value = "/export", produces = ExcelSheet.TYPE)
    @Permit(Sight.READ)
    ResponseEntity<byte[]> export(
            @PathVariable @Pattern(regexp = WhistleRequests.REGION) String region,
            @RequestParam @NotBlank @Size(max = 200) String purpose,
            @RequestParam(defaultValue = "summoned") @Pattern(regexp = "called|summoned|area")
                    String axis,
            Caller caller,
            HttpServletRequest request) {
        var language = Language.of(request);
        var scope = Scope.of(caller, region, organisations);
        audit.looked(caller, region, "whistles/" + axis, purpose);
        var found =
                switch (axis) {
                    case "called" -> lists.called(region, scope, Place.NEWEST, WANTED);
                    case "area" -> lists.within(region, scope, Place.NEWEST, WANTED);
                    default -> lists.summoned(region, scope, Place.FIRST, WANTED);
                };
        var lines = found.stream().map(it -> views.line(it.whistle(), it.unit())).toList();
        return new ExcelSheet<>(language.pick("吹哨", "Whistles"), "whistles", columns(language))
                .answer(lines, false, language);
    }

    static List<Column<WhistleLine>> columns(Language language) {
        return List.of(
                new Column<>(language.pick("编号", "Number"), 20, WhistleLine::number),
                new Column<>(language.pick("事由", "About"), 36, WhistleLine::title),
                new Column<>(language.pick("状态", "State"), 12, it -> named(it.state(), language)),
                new Column<>(language.pick("级别", "Rung"), 24, it -> name(it.rung(), language)),
                new Column<>(language.pick("情形", "Cause"), 22, it -> name(it.cause(), language)),
                new Column<>(
                        language.pick("清单事项", "Item of the list"), 22, it -> item(it, language)),
                new Column<>(
                        language.pick("紧急", "Emergency"),
                        8,
                        it -> it.emergency() ? language.pick("是", "yes") : ""),
                new Column<>(language.pick("谁吹的", "Called by"), 24, WhistleSheetController::caller),
                new Column<>(
                        language.pick("叫了谁", "Called"), 36, it -> units(it.summoned(), language)),
                new Column<>(
                        language.pick("到了", "There"),
                        8,
                        it -> there(it.summoned()) + "/" + it.summoned().size()),
                new Column<>(language.pick("吹哨", "Blown"), 18, it -> time(it.blownAt())));
    }

    private static String name(Keyed keyed, Language language) {
        return language.pick(keyed.name(), keyed.en());
    }

    private static String item(WhistleLine line, Language language) {
        var item = line.item();
        return item == null ? "" : name(item, language);
    }

    private static String caller(WhistleLine line) {
        var unit = line.caller().unitName();
        return unit == null ? line.caller().nodeName() : unit;
    }

    private static String units(List<SummonsView> summoned, Language language) {
        return summoned.stream()
                .map(SummonsView::name)
                .collect(Collectors.joining(language.pick("、", ", ")));
    }

    private static long there(List<SummonsView> summoned) {
        return summoned.stream().filter(it -> it.arrival() != null).count();
    }

    private static String named(WhistleStateName state, Language language) {
        return switch (state) {
            case BLOWN -> language.pick("已吹哨", "Blown");
            case IN_PROGRESS -> language.pick("处理中", "In progress");
            case RESULT_SUBMITTED -> language.pick("已交结果", "Result in");
            case EVALUATED -> language.pick("已评价", "Rated");
            case CLOSED -> language.pick("已了结", "Closed");
            case WITHDRAWN -> language.pick("已撤回", "Withdrawn");
        };
    }
}
