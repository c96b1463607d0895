package org.huying.appointment;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.huying.calendar.WorkCalendar;
import org.huying.playbook.WindowKind.Hours;

/// The time of one visit.
record Slot(Instant starts, Instant ends) {

    /// The slots of a day by these hours. On a weekday that is a holiday nothing is open. Pure.
    static List<Slot> of(LocalDate day, List<Hours> hours, Duration length, boolean worked) {
        boolean weekday = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
        var slots = new ArrayList<Slot>();
        if (worked || !weekday) {
            for (var each : hours) {
                if (each.days().contains(day.getDayOfWeek())) {
                    add(slots, day.atTime(each.from()), day.atTime(each.until()), length);
                }
            }
        }
        return slots.stream().distinct().sorted((a, b) -> a.starts.compareTo(b.starts)).toList();
    }

    private static void add(
            List<Slot> slots, LocalDateTime from, LocalDateTime until, Duration length) {
        for (var at = from; !at.plus(length).isAfter(until); at = at.plus(length)) {
            slots.add(new Slot(instant(at), instant(at.plus(length))));
        }
    }

    private static Instant instant(LocalDateTime at) {
        return at.atZone(WorkCalendar.ZONE).toInstant();
    }
}
