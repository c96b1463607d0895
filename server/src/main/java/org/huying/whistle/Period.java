package org.huying.whistle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.huying.calendar.WorkCalendar;
import org.huying.problem.FieldError;
import org.huying.problem.Problem;

/// A half-open time that figures are counted over.
record Period(Instant from, Instant to) {

    private static final int LONGEST_DAYS = 366;
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2100, 1, 1);

    /// From the first to the last day, both counted; at most a year.
    static Period of(LocalDate from, LocalDate to) {
        if (from.isBefore(FIRST)
                || to.isAfter(LAST)
                || to.isBefore(from)
                || ChronoUnit.DAYS.between(from, to) >= LONGEST_DAYS) {
            var zh = "起止日期最多相隔 366 天";
            var en = "A period has at most 366 days";
            throw Problem.INVALID.with(zh, en).and(List.of(new FieldError("to", "period", zh, en)));
        }
        return new Period(midnight(from), midnight(to.plusDays(1)));
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(WorkCalendar.ZONE).toInstant();
    }
}
