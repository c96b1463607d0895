package org.huying.calendar;

import java.time.LocalDate;
import java.util.Arrays;

/// The working days of a stretch of years, counted once: day number → worked days before it, and back.
final class WorkDayIndex {

    private final int[] before; // one longer than the days, so that worked(day) is a difference
    private final int[] dayOf;

    private WorkDayIndex(int[] before, int[] dayOf) {
        this.before = before;
        this.dayOf = dayOf;
    }

    static WorkDayIndex of(WorkDays days, LocalDate first, LocalDate end) {
        int length = (int) (end.toEpochDay() - first.toEpochDay());
        var before = new int[length + 1];
        var dayOf = new int[length];
        int count = 0;
        for (int day = 0; day < length; day++) {
            before[day] = count;
            if (days.worked(first.plusDays(day))) {
                dayOf[count++] = day;
            }
        }
        before[length] = count;
        return new WorkDayIndex(before, Arrays.copyOf(dayOf, count));
    }

    boolean holds(int day) {
        return day >= 0 && day < before.length - 1;
    }

    boolean worked(int day) {
        return before[day + 1] > before[day];
    }

    long before(int day) {
        return before[day];
    }

    int count() {
        return dayOf.length;
    }

    int day(int number) {
        return dayOf[number];
    }
}
