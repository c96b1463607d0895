package org.huying.gateway.channel;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import org.huying.calendar.WorkCalendar;

/// Hours in which nobody is disturbed, every day, over midnight where the end comes before the beginning. None where both
/// are the same. Pure.
///
/// @param from inclusive
/// @param to exclusive
record Quiet(LocalTime from, LocalTime to) {

    static final Quiet NONE = new Quiet(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
    static final Quiet NIGHT = new Quiet(LocalTime.of(22, 0), LocalTime.of(7, 0));

    /// `22:00-07:00`, or `none`.
    static Optional<Quiet> of(String text) {
        if (text.equals("none")) {
            return Optional.of(NONE);
        }
        return text.matches("([01]\\d|2[0-3]):[0-5]\\d-([01]\\d|2[0-3]):[0-5]\\d")
                ? Optional.of(
                        new Quiet(
                                LocalTime.parse(text.substring(0, 5)),
                                LocalTime.parse(text.substring(6))))
                : Optional.empty();
    }

    /// As it is written.
    String word() {
        return from.equals(to) ? "none" : from + "-" + to;
    }

    boolean at(Instant at) {
        var time = at.atZone(WorkCalendar.ZONE).toLocalTime();
        return from.isBefore(to)
                ? !time.isBefore(from) && time.isBefore(to)
                : !from.equals(to) && (!time.isBefore(from) || time.isBefore(to));
    }

    /// The first moment, now or later, that is not quiet.
    Instant over(Instant at) {
        if (!at(at)) {
            return at;
        }
        var now = at.atZone(WorkCalendar.ZONE);
        var end = now.with(to);
        return (end.isAfter(now) ? end : end.plusDays(1)).toInstant();
    }
}
