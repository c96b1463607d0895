package org.huying.insight.wall;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.calendar.WorkCalendar;
import org.huying.insight.web.Visible;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// What came and went day by day.
@RestController
class DayController {

    private static final int USUAL = 30;

    /// @param area county, street or community; if it is missing, the first and largest place within the caller's reach
    /// @param to the last day, today if it is missing
    /// @param days how many days, the last one included; 30 if not said
    record SeriesQuery(
            @Nullable @Pattern(regexp = "\\d{6}|\\d{9}|\\d{12}") String area,
            @Nullable LocalDate to,
            @Nullable @Min(1) @Max(92) Integer days) {}

    /// A place day by day; every day of the span is there.
    ///
    /// @param small whether counts under five are told
    record DaySeries(String area, LocalDate from, LocalDate to, boolean small, List<DaySum> days) {}

    /// @param called reported on this day
    /// @param closed closed on this day
    /// @param late of those reported on this day, by now past the limit of a stage, or were when it ended
    record DaySum(
            LocalDate day, @Nullable Long called, @Nullable Long closed, @Nullable Long late) {}

    private final DayRows rows;
    private final Clock clock;

    DayController(DayRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /// Who may see no single matter there is told no count under five.
    @GetMapping("/api/v1/{region}/counters/days")
    @Permit(Visible.COUNTERS)
    DaySeries days(
            @PathVariable @Pattern(regexp = "\\d{6}") String region,
            @Valid SeriesQuery query,
            Caller caller) {
        var scope = WallScope.of(region, query.area(), caller);
        var to =
                query.to() == null
                        ? LocalDate.ofInstant(clock.instant(), WorkCalendar.ZONE)
                        : query.to();
        var from = to.minusDays((query.days() == null ? USUAL : query.days()) - 1L);
        var sums = rows.of(scope.place(), from, to);
        var told = new Discretion(scope.single());
        return new DaySeries(
                scope.place().value(),
                from,
                to,
                scope.single(),
                from.datesUntil(to.plusDays(1))
                        .map(day -> day(day, sums.getOrDefault(day, DayRows.Sums.NOTHING), told))
                        .toList());
    }

    private static DaySum day(LocalDate day, DayRows.Sums sums, Discretion told) {
        return new DaySum(
                day, told.count(sums.called()), told.count(sums.closed()), told.count(sums.late()));
    }
}
