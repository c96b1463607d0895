package org.huying.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkCalendarTest {

    private static final WorkCalendar CALENDAR = WorkCalendar.china();
    private static final long FIRST = 1_514_736_000; // 2018-01-01 in China
    private static final long LAST = 1_830_297_600; // 2028-01-01

    @ParameterizedTest(name = "{0} + {1} = {2}")
    @CsvSource(
            textBlock =
                    """
                    # round the clock, across a holiday and a year
                    2026-10-01T23:50, 30 min,        2026-10-02T00:20
                    2026-12-31T23:00, 2 hours,       2027-01-01T01:00
                    2026-02-14T10:00, 7 days,        2026-02-21T10:00
                    # within a day, across lunch, to the minute of closing
                    2026-11-20T09:00, 2 work-hours,  2026-11-20T11:00
                    2026-11-20T11:00, 1 work-hour,   2026-11-20T12:00
                    2026-11-20T11:30, 1 work-hour,   2026-11-20T14:00
                    2026-11-20T16:30, 1 work-hour,   2026-11-20T17:30
                    2026-11-20T12:30, 1 work-hour,   2026-11-20T14:30
                    # Friday evening to Monday; the night before the opening
                    2026-11-20T16:30, 2 work-hours,  2026-11-23T10:00
                    2026-11-20T22:15, 1 work-hour,   2026-11-23T10:00
                    2026-11-23T05:00, 1 work-hour,   2026-11-23T10:00
                    # a work-day is a day's worth of working time
                    2026-11-19T10:00, 1 work-day,    2026-11-20T10:00
                    2026-11-20T10:00, 1 work-day,    2026-11-23T10:00
                    2026-11-21T10:00, 1 work-day,    2026-11-23T17:30
                    2026-11-20T17:30, 1 work-day,    2026-11-23T17:30
                    2026-11-20T09:00, 1 work-day,    2026-11-20T17:30
                    2026-11-20T09:00, 5 work-days,   2026-11-26T17:30
                    # National Day 2026 ends on the 7th, Saturday the 10th is worked
                    2026-09-30T16:30, 2 work-hours,  2026-10-08T10:00
                    2026-10-09T15:00, 1 work-day,    2026-10-10T15:00
                    2026-10-10T16:30, 2 work-hours,  2026-10-12T10:00
                    # Spring Festival 2026: 15 to 23 February off, Saturdays 14 and 28 worked
                    2026-02-14T16:30, 2 work-hours,  2026-02-24T10:00
                    2026-02-27T10:00, 1 work-day,    2026-02-28T10:00
                    # over the end of the year; 4 January 2026 is a worked Sunday
                    2025-12-31T16:30, 2 work-hours,  2026-01-04T10:00
                    # the holiday of 2020 that was prolonged
                    2020-01-23T17:00, 1 work-hour,   2020-02-03T09:30
                    """)
    void countsAsTheFieldDoes(LocalDateTime from, String limit, LocalDateTime due) {
        assertThat(CALENDAR.due(china(from), TimeLimit.parse(limit))).isEqualTo(china(due));
    }

    @Test
    void countsUsedWorkingTimeAcrossAWeekend() {
        var friday = china(LocalDateTime.parse("2026-11-20T16:30"));
        var monday = china(LocalDateTime.parse("2026-11-23T10:00"));
        assertThat(CALENDAR.between(friday, monday, TimeKind.WORK_HOUR)).hasHours(2);
        assertThat(CALENDAR.between(monday, friday, TimeKind.WORK_DAY)).hasHours(-2);
        assertThat(CALENDAR.between(friday, monday, TimeKind.NATURAL_DAY))
                .isEqualTo(Duration.ofMinutes(65 * 60 + 30));
    }

    @Test
    void saysWhichYearsItKnows() {
        assertThat(CALENDAR.coverage(2018)).isEqualTo(Coverage.OFFICIAL);
        assertThat(CALENDAR.coverage(2026)).isEqualTo(Coverage.OFFICIAL);
        assertThat(CALENDAR.coverage(2027)).isEqualTo(Coverage.PROVISIONAL);
        assertThat(CALENDAR.coverage(2028)).isEqualTo(Coverage.WEEKENDS_ONLY);
        assertThat(CALENDAR.worked(LocalDate.of(2028, 10, 2))).isTrue();
    }

    @Test
    void hasTheStatutoryNumberOfWorkingDays() {
        assertThat(worked(2018)).isEqualTo(250);
        assertThat(worked(2020)).isEqualTo(249);
        assertThat(worked(2024)).isEqualTo(251);
        assertThat(worked(2025)).isEqualTo(248);
        assertThat(worked(2026)).isEqualTo(248);
        assertThat(worked(2027)).isEqualTo(248);
    }

    @Test
    void followsTheHoursOfThePlace() {
        var summer = CALENDAR.with(WorkingHours.parse(List.of("08:30-12:00", "14:30-18:00")));
        var from = china(LocalDateTime.parse("2026-07-01T11:30"));
        assertThat(summer.due(from, TimeLimit.parse("1 work-hour")))
                .isEqualTo(china(LocalDateTime.parse("2026-07-01T15:00")));
    }

    @Test
    void refusesHoursThatOverlapAndMomentsBeyondItsYears() {
        assertThatThrownBy(() -> WorkingHours.parse(List.of("09:00-12:00", "11:00-17:00")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WorkingHours.parse(List.of("9-17")))
                .isInstanceOf(IllegalArgumentException.class);
        var late = china(LocalDateTime.parse("2100-12-31T10:00"));
        assertThatThrownBy(() -> CALENDAR.due(late, TimeLimit.parse("9 work-days")))
                .hasMessageContaining("2100");
    }

    @Property(seed = "1")
    void dueNeverMovesBackWhenTheStartMovesOn(
            @ForAll @LongRange(min = FIRST, max = LAST) long from,
            @ForAll @IntRange(max = 1_000_000) int later,
            @ForAll TimeKind kind,
            @ForAll @IntRange(min = 1, max = 500) int amount) {
        var limit = new TimeLimit(amount, kind);
        var start = Instant.ofEpochSecond(from);
        assertThat(CALENDAR.due(start.plusSeconds(later), limit))
                .isAfterOrEqualTo(CALENDAR.due(start, limit));
    }

    @Property(seed = "2")
    void aLongerLimitEndsLater(
            @ForAll @LongRange(min = FIRST, max = LAST) long from,
            @ForAll TimeKind kind,
            @ForAll @IntRange(min = 1, max = 500) int amount) {
        var start = Instant.ofEpochSecond(from);
        assertThat(CALENDAR.due(start, new TimeLimit(amount + 1, kind)))
                .isAfter(CALENDAR.due(start, new TimeLimit(amount, kind)));
    }

    @Property(seed = "3")
    void exactlyTheLimitIsUsedUpWhenItIsDue(
            @ForAll @LongRange(min = FIRST, max = LAST) long from,
            @ForAll @IntRange(max = 999_999_999) int nanos,
            @ForAll TimeKind kind,
            @ForAll @IntRange(min = 1, max = 500) int amount) {
        var limit = new TimeLimit(amount, kind);
        var start = Instant.ofEpochSecond(from, nanos);
        assertThat(CALENDAR.between(start, CALENDAR.due(start, limit), kind))
                .isEqualTo(CALENDAR.length(limit));
    }

    private static long worked(int year) {
        return LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(CALENDAR::worked)
                .count();
    }

    private static Instant china(LocalDateTime local) {
        return local.atZone(WorkCalendar.ZONE).toInstant();
    }
}
