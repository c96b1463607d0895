package org.huying.task;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import org.huying.calendar.WorkCalendar;
import org.huying.playbook.TaskKind.Every;

/// A day, week, month, quarter or year: its name and its ends. Pure.
record Period(String key, LocalDate first, LocalDate after) {

    /// The period of this kind that a day lies in.
    static Period of(Every every, LocalDate day) {
        return switch (every) {
            case DAY -> new Period(day.toString(), day, day.plusDays(1));
            case WEEK -> {
                var monday = day.minusDays(day.getDayOfWeek().getValue() - 1L);
                yield new Period(
                        "%d-W%02d"
                                .formatted(
                                        day.get(IsoFields.WEEK_BASED_YEAR),
                                        day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)),
                        monday,
                        monday.plusDays(7));
            }
            case MONTH -> {
                var first = day.withDayOfMonth(1);
                yield new Period(
                        "%d-%02d".formatted(day.getYear(), day.getMonthValue()),
                        first,
                        first.plusMonths(1));
            }
            case QUARTER -> {
                int quarter = (day.getMonthValue() - 1) / 3;
                var first = LocalDate.of(day.getYear(), quarter * 3 + 1, 1);
                yield new Period(
                        "%d-Q%d".formatted(day.getYear(), quarter + 1), first, first.plusMonths(3));
            }
            case YEAR -> {
                var first = LocalDate.of(day.getYear(), 1, 1);
                yield new Period(Integer.toString(day.getYear()), first, first.plusYears(1));
            }
        };
    }

    /// The last moment that belongs to it.
    Instant end() {
        return after.atStartOfDay(WorkCalendar.ZONE).toInstant().minusSeconds(1);
    }
}
