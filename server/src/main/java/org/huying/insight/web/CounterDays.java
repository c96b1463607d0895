package org.huying.insight.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.huying.calendar.WorkCalendar;
import org.huying.insight.sql.Cut;
import org.huying.problem.Problem;
import org.huying.territory.TerritoryCode;
import org.jspecify.annotations.Nullable;

/// The days that are counted, both inclusive: the last thirty if not said, a year at most.
record CounterDays(LocalDate from, LocalDate to) {

    private static final int USUAL = 30;
    private static final int MOST = 366;

    static CounterDays of(@Nullable LocalDate from, @Nullable LocalDate to, Clock clock) {
        var last =
                Objects.requireNonNullElseGet(
                        to, () -> LocalDate.ofInstant(clock.instant(), WorkCalendar.ZONE));
        var first = Objects.requireNonNullElseGet(from, () -> last.minusDays(USUAL - 1));
        if (first.isAfter(last) || ChronoUnit.DAYS.between(first, last) >= MOST) {
            throw Problem.INVALID.with(
                    "from 不能晚于 to，且最多相隔一年",
                    "from must not be after to, nor more than a year before it");
        }
        return new CounterDays(first, last);
    }

    /// The part of a region that was asked for; all of it when nothing was said.
    static Cut area(@Nullable String code, String region) {
        return new Cut(
                Optional.ofNullable(code)
                        .map(TerritoryCode::of)
                        .filter(it -> !it.value().equals(region)),
                Optional.empty());
    }
}
