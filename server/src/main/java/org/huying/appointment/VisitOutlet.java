package org.huying.appointment;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.appointment.BookingViews.VisitView;
import org.huying.file.Outlet;
import org.huying.file.Paged;
import org.huying.problem.Problem;
import org.huying.sheet.ExcelSheet;
import org.huying.sheet.Words;
import org.huying.territory.TerritoryCode;
import org.huying.territory.TerritoryDay;
import org.springframework.stereotype.Component;

/// Visits of some days, at most a year, as a file; names and numbers masked as in the list unless asked for in plain.
@Component
class VisitOutlet implements Outlet {

    private static final int PAGE = 500;
    private static final int LONGEST_DAYS = 366;
    private static final UUID FIRST = new UUID(0, 0);
    private static final String CODE = "\\d{6}|\\d{9}|\\d{12}|\\d{15}|\\d{18}";
    private static final String DAY = "\\d{4}-\\d{2}-\\d{2}";

    private final Bookings bookings;
    private final BookingViews views;
    private final Windows windows;

    VisitOutlet(Bookings bookings, BookingViews views, Windows windows) {
        this.bookings = bookings;
        this.views = views;
        this.windows = windows;
    }

    @Override
    public String kind() {
        return "visits";
    }

    @Override
    public Words name() {
        return new Words("预约", "Visits");
    }

    @Override
    public String permission() {
        return VisitController.READ;
    }

    @Override
    public Optional<String> personal() {
        return Optional.of(VisitController.PERSONAL);
    }

    @Override
    public List<Filter> filters(String region) {
        return List.of(
                new Filter("area", new Words("区划代码", "Code of the area"), CODE),
                new Filter("from", new Words("从哪天起", "From the day"), DAY),
                new Filter("to", new Words("到哪天为止（含）", "To the day, included"), DAY));
    }

    /// Without days it is today.
    @Override
    public Lines<VisitView> open(Asked asked) {
        var within =
                VisitController.within(
                        asked.caller(),
                        asked.region(),
                        asked.value("area").map(TerritoryCode::of).orElse(null));
        var today = TerritoryDay.of(windows.now());
        var from = asked.value("from").map(VisitOutlet::day).orElse(today);
        var to = asked.value("to").map(VisitOutlet::day).orElse(from);
        if (to.isBefore(from) || from.plusDays(LONGEST_DAYS).isBefore(to)) {
            throw Problem.INVALID.with("从哪天到哪天，最多一年", "From a day to a later one, at most a year");
        }
        var begin = VisitController.midnight(from);
        var end = VisitController.midnight(to.plusDays(1));
        var lines =
                new Paged<VisitView, UUID>(after -> {
                    var found = bookings.within(within, begin, end, after.orElse(FIRST), PAGE);
                    Optional<UUID> next =
                            found.size() < PAGE
                                    ? Optional.empty()
                                    : Optional.of(found.getLast().id());
                    var shown = found.stream().map(it -> shown(it, asked)).toList();
                    return new Paged.Page<>(shown, next);
                });
        var language = asked.language();
        return new Lines<>(
                new ExcelSheet<>(
                        language.pick("预约", "Visits"),
                        "visits",
                        VisitSheetController.columns(language)),
                lines);
    }

    /// In plain only where the caller may see names and numbers of people.
    private VisitView shown(Booking booking, Asked asked) {
        var caller = asked.caller();
        boolean plain =
                asked.plain()
                        && caller.reach(VisitController.PERSONAL)
                                .covers(booking.at().area(), caller.units());
        return plain ? views.plain(booking, caller) : views.visit(booking, caller);
    }

    private static LocalDate day(String text) {
        try {
            return VisitController.bounded(LocalDate.parse(text));
        } catch (DateTimeException _) {
            throw Problem.INVALID.with("没有这一天：" + text, "There is no such day: " + text);
        }
    }
}
