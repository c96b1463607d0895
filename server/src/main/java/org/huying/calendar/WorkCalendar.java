package org.huying.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;

/// Time limits on the working calendar of mainland China. Pure and immutable; `due` costs well below a microsecond.
///
/// How time is counted: minutes, urgent hours and natural days run round the clock. A work-hour is an hour of working
/// time. A work-day is one day's worth of working time, so 1 work-day from 10:00 on Monday ends at 10:00 on Tuesday,
/// and from any moment outside working time it ends at the next working day's close. A limit that ends exactly at
/// closing time is due then, not at the next opening.
///
/// Counts instants from 1992 to 2100; others throw `IllegalArgumentException`.
public final class WorkCalendar {

    /// The zone of the product. One offset all year since 1991.
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final long OFFSET = ZoneOffset.ofHours(8).getTotalSeconds();
    private static final long DAY = 86_400;
    private static final long SECOND = 1_000_000_000;
    private static final LocalDate FIRST = LocalDate.of(1992, 1, 1);
    private static final LocalDate END = LocalDate.of(2101, 1, 1);
    private static final int START = (int) FIRST.toEpochDay();

    private final WorkDays days;
    private final WorkDayIndex index;
    private final WorkingClock clock;

    private WorkCalendar(WorkDays days, WorkDayIndex index, WorkingClock clock) {
        this.days = days;
        this.index = index;
        this.clock = clock;
    }

    /// The country's days with the usual working hours.
    public static WorkCalendar china() {
        return China.USUAL;
    }

    /// The same days with other hours.
    public WorkCalendar with(WorkingHours hours) {
        return new WorkCalendar(days, index, new WorkingClock(hours));
    }

    /// The same hours on the days of another calendar.
    public WorkCalendar on(WorkCalendar other) {
        return days == other.days ? this : new WorkCalendar(other.days, other.index, clock);
    }

    /// The same hours on days that are corrected: worked or not.
    public WorkCalendar corrected(Map<LocalDate, Boolean> worked) {
        if (worked.isEmpty()) {
            return this;
        }
        var corrected = days.with(worked);
        return new WorkCalendar(corrected, WorkDayIndex.of(corrected, FIRST, END), clock);
    }

    /// Whether the calendar reaches so far.
    public static boolean reaches(LocalDate day) {
        return !day.isBefore(FIRST) && day.isBefore(END);
    }

    /// The moment `limit` has run out when it starts at `from`.
    public Instant due(Instant from, TimeLimit limit) {
        return switch (limit.kind()) {
            case MINUTE -> from.plusSeconds(60L * limit.amount());
            case URGENT_HOUR -> from.plusSeconds(3_600L * limit.amount());
            case NATURAL_DAY -> from.plusSeconds(DAY * limit.amount());
            case WORK_HOUR, WORK_DAY -> at(worked(from) + unit(limit.kind()) * limit.amount());
        };
    }

    /// The time used between two moments as `kind` counts it: working time for work kinds, else simply the time passed.
    /// Negative when `to` lies before `from`.
    public Duration between(Instant from, Instant to, TimeKind kind) {
        return switch (kind) {
            case MINUTE, URGENT_HOUR, NATURAL_DAY -> Duration.between(from, to);
            case WORK_HOUR, WORK_DAY -> Duration.ofNanos(worked(to) - worked(from));
        };
    }

    /// The first moment at which `used` has passed since `from`, as `kind` counts it; `from` itself for nothing.
    public Instant after(Instant from, Duration used, TimeKind kind) {
        if (used.isZero()) {
            return from;
        }
        return switch (kind) {
            case MINUTE, URGENT_HOUR, NATURAL_DAY -> from.plus(used);
            case WORK_HOUR, WORK_DAY -> at(worked(from) + used.toNanos());
        };
    }

    /// How long `limit` is when it is used up: `between(from, due(from, limit), limit.kind())`.
    public Duration length(TimeLimit limit) {
        var unit =
                switch (limit.kind()) {
                    case MINUTE -> 60 * SECOND;
                    case URGENT_HOUR -> 3_600 * SECOND;
                    case NATURAL_DAY -> DAY * SECOND;
                    case WORK_HOUR, WORK_DAY -> unit(limit.kind());
                };
        return Duration.ofNanos(unit).multipliedBy(limit.amount());
    }

    public boolean worked(LocalDate day) {
        return days.worked(day);
    }

    /// How far the days of this year can be trusted; show a warning with a deadline unless it is `OFFICIAL`.
    public Coverage coverage(int year) {
        return days.coverage(year);
    }

    private long unit(TimeKind kind) {
        return kind == TimeKind.WORK_HOUR ? 3_600 * SECOND : clock.length();
    }

    /// Nanoseconds of working time from the first day of the calendar to `moment`.
    private long worked(Instant moment) {
        long local = moment.getEpochSecond() + OFFSET;
        int day = (int) Math.floorDiv(local, DAY) - START;
        if (!index.holds(day)) {
            throw new IllegalArgumentException("Beyond the calendar (1992 to 2100): " + moment);
        }
        long whole = index.before(day) * clock.length();
        if (!index.worked(day)) {
            return whole;
        }
        return whole + clock.worked(Math.floorMod(local, DAY) * SECOND + moment.getNano());
    }

    /// The first moment at which so much working time has passed.
    private Instant at(long worked) {
        long count = (worked - 1) / clock.length();
        if (count >= index.count()) {
            throw new IllegalArgumentException("The limit ends beyond the calendar (2100)");
        }
        long day = START + (long) index.day((int) count);
        long time = clock.at(worked - count * clock.length());
        return Instant.ofEpochSecond(day * DAY - OFFSET + time / SECOND, time % SECOND);
    }

    private static final class China {
        private static final WorkDays DAYS = WorkDays.read("/calendar/china.csv");
        private static final WorkCalendar USUAL =
                new WorkCalendar(
                        DAYS,
                        WorkDayIndex.of(DAYS, FIRST, END),
                        new WorkingClock(WorkingHours.USUAL));
    }
}
