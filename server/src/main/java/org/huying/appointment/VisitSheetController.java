package org.huying.appointment;

import static org.huying.sheet.ExcelSheet.text;
import static org.huying.sheet.ExcelSheet.time;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.huying.access.Audit;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.appointment.BookingViews.VisitView;
import org.huying.problem.Language;
import org.huying.sheet.ExcelSheet;
import org.huying.sheet.ExcelSheet.Column;
import org.huying.territory.TerritoryCode;
import org.huying.territory.TerritoryDay;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The visits of a day taken away as a sheet for Excel, names and numbers masked as in the list.
@RestController
@RequestMapping("/api/v1/{region}/visits")
class VisitSheetController {

    private static final UUID FIRST = new UUID(0, 0);

    private final Bookings bookings;
    private final BookingViews views;
    private final Windows windows;
    private final Audit audit;

    VisitSheetController(Bookings bookings, BookingViews views, Windows windows, Audit audit) {
        this.bookings = bookings;
        this.views = views;
        this.windows = windows;
        this.audit = audit;
    }

    /// @param day today where it is missing
    record VisitSheetQuery(@Nullable TerritoryCode area, @Nullable LocalDate day) {}

    /// The same lines as the list, at most 5 000; recorded before they are answered.
    @GetMapping(value = "/export", produces = ExcelSheet.TYPE)
    @Permit(VisitController.READ)
    ResponseEntity<byte[]> export(
            @PathVariable @Pattern(regexp = WindowController.REGION) String region,
            @RequestParam @NotBlank @Size(max = 200) String purpose,
            @Valid VisitSheetQuery query,
            Caller caller,
            HttpServletRequest request) {
        var language = Language.of(request);
        var within = VisitController.within(caller, region, query.area());
        var day = query.day() == null ? TerritoryDay.of(windows.now()) : query.day();
        var on = VisitController.bounded(day);
        audit.looked(caller, region, "visits/" + within.value() + "/" + on, purpose);
        var found =
                bookings.within(
                        within,
                        VisitController.midnight(on),
                        VisitController.midnight(on.plusDays(1)),
                        FIRST,
                        ExcelSheet.MOST + 1);
        var lines = found.stream().map(it -> views.visit(it, caller)).toList();
        return new ExcelSheet<>(language.pick("预约", "Visits"), "visits", columns(language))
                .answer(lines, false, language);
    }

    static List<Column<VisitView>> columns(Language language) {
        return List.of(
                new Column<>(language.pick("编号", "Number"), 16, it -> it.booking().number()),
                new Column<>(language.pick("时间", "Time"), 18, it -> time(it.booking().starts())),
                new Column<>(language.pick("窗口", "Window"), 20, it -> it.booking().windowName()),
                new Column<>(
                        language.pick("地点", "Place"),
                        34,
                        it -> String.join("", it.booking().areaNames())),
                new Column<>(language.pick("谁来", "Visitor"), 12, VisitView::visitor),
                new Column<>(language.pick("电话", "Phone"), 16, VisitView::phone),
                new Column<>(language.pick("什么事", "About"), 36, it -> it.booking().subject()),
                new Column<>(language.pick("来了没有", "State"), 12, it -> state(it, language)),
                new Column<>(language.pick("接待记录", "Record"), 36, it -> text(it.booking().note())),
                new Column<>(language.pick("谁记的", "Recorded by"), 14, it -> text(it.closedBy())));
    }

    private static String state(VisitView visit, Language language) {
        return switch (visit.booking().state()) {
            case BOOKED -> language.pick("等他来", "Expected");
            case KEPT -> language.pick("来了", "Came");
            case MISSED -> language.pick("没来", "Did not come");
            case CANCELLED -> language.pick("取消", "Cancelled");
        };
    }
}
