package org.huying.calendar.days;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import java.util.TreeMap;
import org.huying.access.Audit;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.access.Unversioned;
import org.huying.calendar.DaysChanged;
import org.huying.calendar.WorkCalendar;
import org.huying.database.Ids;
import org.huying.eventlog.EventLog;
import org.huying.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The working days of a county: seen by year, corrected day by day. Where that really changes a day it is told, and
/// whoever counts deadlines counts them again.
@RestController
@RequestMapping("/api/v1/{region}/calendar")
class DayController {

    static final String READ = "calendar:day:read";
    static final String EDIT = "calendar:day:edit";
    private static final String COUNTY = "\\d{6}";

    private final DayRows rows;
    private final CountyCalendars calendars;
    private final Audit audit;
    private final EventLog log;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DayController(
            DayRows rows,
            CountyCalendars calendars,
            Audit audit,
            EventLog log,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.calendars = calendars;
        this.audit = audit;
        this.log = log;
        this.transaction = transaction;
        this.clock = clock;
    }

    @GetMapping("/{year}")
    @Permit(READ)
    DaysView year(
            @PathVariable @Pattern(regexp = COUNTY) String region,
            @PathVariable @Min(1992) @Max(2100) int year) {
        var calendar = calendars.of(region, WorkCalendar.china());
        var off = new ArrayList<LocalDate>();
        var made = new ArrayList<LocalDate>();
        var first = LocalDate.of(year, 1, 1);
        first.datesUntil(first.plusYears(1))
                .forEach(day -> {
                    if (calendar.worked(day) == weekend(day)) {
                        (weekend(day) ? made : off).add(day);
                    }
                });
        var entered =
                rows.of(region).stream()
                        .filter(it -> it.day().getYear() == year)
                        .map(DaysView.EnteredView::of)
                        .toList();
        return new DaysView(year, calendar.coverage(year), off, made, entered);
    }

    /// Enters days; entering the same days again changes nothing but who, when and why.
    @PutMapping("/days")
    @Unversioned(Unversioned.STANDS)
    @Permit(value = EDIT, whole = true)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void put(
            @PathVariable @Pattern(regexp = COUNTY) String region,
            @RequestBody @Valid DaysRequest body,
            Caller caller) {
        for (var entry : body.days()) {
            if (!WorkCalendar.reaches(entry.day())) {
                throw Problem.INVALID.with(
                        "日历从 1992 年到 2100 年", "The calendar reaches from 1992 to 2100");
            }
        }
        transaction.executeWithoutResult(_ -> {
            rows.grow(region); // entries of one county wait here for one another
            var before = counted(region);
            write(region, body, caller);
            tell(region, body, caller, before);
            calendars.changed(region);
        });
    }

    private void write(String region, DaysRequest body, Caller caller) {
        var worked = new TreeMap<LocalDate, Boolean>();
        var forgotten = new ArrayList<LocalDate>();
        for (var entry : body.days()) {
            if (entry.worked() == null) {
                forgotten.add(entry.day());
            } else {
                worked.put(entry.day(), entry.worked());
            }
        }
        var why = body.why().strip();
        rows.put(region, worked, why, caller.account(), clock.instant());
        rows.forget(region, forgotten);
        var days = "%s / %s".formatted(worked, forgotten);
        audit.acted(caller, region, "calendar.day.put", days, Optional.of(why));
    }

    /// Tells which of the days are really worked now and were not, or the other way round; nothing where none is.
    private void tell(String region, DaysRequest body, Caller caller, WorkCalendar before) {
        var after = counted(region);
        var turned =
                body.days().stream()
                        .map(DaysRequest.Day::day)
                        .distinct()
                        .filter(day -> before.worked(day) != after.worked(day))
                        .sorted()
                        .toList();
        if (!turned.isEmpty()) {
            var why = body.why().strip();
            log.append(
                    new DaysChanged(
                            region, Ids.next(), turned, why, caller.account(), clock.instant()));
        }
    }

    private WorkCalendar counted(String region) {
        return CountyCalendars.counted(rows.of(region));
    }

    private static boolean weekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
