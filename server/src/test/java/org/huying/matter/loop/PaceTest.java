package org.huying.matter.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.huying.calendar.TimeKind;
import org.huying.calendar.TimeLimit;
import org.huying.calendar.WorkCalendar;
import org.huying.playbook.LoopRules.ClockRules;
import org.huying.playbook.Stage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is paused is never counted; an extension is added to the limit, not to the clock on the wall.
class PaceTest {

    private static final WorkCalendar CALENDAR = WorkCalendar.china();
    private static final Assignment HAND = new Assignment(new UUID(1, 1), Optional.empty(), 1);

    /// 30 September 2026 is the Wednesday before the National Day; 1 to 7 October are off, Saturday 10 October is worked.
    @ParameterizedTest(name = "{0} from {1}, held {2}: due {3}, by {4} more: {5}")
    @CsvSource({
        "90 min, 2026-09-30T16:00, 2026-09-30T16:30/2026-09-30T18:00, 2026-09-30T19:00, 30 min, 2026-09-30T19:30",
        "4 hours, 2026-09-30T16:00, 2026-09-30T17:00/2026-10-02T17:00, 2026-10-02T20:00, 2 hours, 2026-10-02T22:00",
        "4 work-hours, 2026-09-30T15:30, 2026-09-30T16:30/2026-10-08T10:00, 2026-10-08T14:30, 2 work-hours, 2026-10-08T16:30",
        "2 work-days, 2026-09-30T10:00, 2026-10-03T10:00/2026-10-06T10:00, 2026-10-09T10:00, 1 work-day, 2026-10-10T10:00",
        "7 days, 2026-09-30T10:00, 2026-10-01T10:00/2026-10-03T10:00, 2026-10-09T10:00, 1 day, 2026-10-10T10:00",
    })
    void standsAndRunsAgainAcrossWeekendsAndHolidays(
            String limit, String from, String standing, String due, String more, String extended) {
        var limits = limits(TimeLimit.parse(limit));
        var begun = at(from);
        var heldFrom = standing.substring(0, standing.indexOf('/'));
        var heldTo = standing.substring(standing.indexOf('/') + 1);
        var hold =
                new Hold(
                        Hold.Kind.SUSPENDED,
                        at(heldFrom),
                        at(heldTo).plusSeconds(1),
                        "",
                        Optional.empty());
        var held =
                handling(begun, limits)
                        .after(
                                new Decision.Pause(),
                                turn(begun, Optional.empty(), Optional.of(hold), at(heldFrom)),
                                limits);
        assertThat(held.due()).as("held").isEmpty();
        assertThat(held.whole()).as("held").isEmpty();
        assertThat(held.alarm()).contains(hold.until());
        var run =
                held.after(
                        new Decision.Run(),
                        turn(begun, Optional.of(hold), Optional.empty(), at(heldTo)),
                        limits);
        assertThat(run.due()).contains(at(due));
        var longer =
                run.after(
                        new Decision.Extend(TimeLimit.parse(more)),
                        turn(begun, Optional.empty(), Optional.empty(), at(heldTo)),
                        limits);
        assertThat(longer.due()).contains(at(extended));
    }

    @Property(seed = "7", tries = 2_000)
    void whatWasPausedIsNeverCounted(
            @ForAll("limits") TimeLimit limit,
            @ForAll("moments") Instant from,
            @ForAll("gaps") List<Integer> gaps) {
        var pauses = new ArrayList<Pace.Pause>();
        var at = from;
        for (int i = 0; i + 1 < gaps.size(); i += 2) {
            var start = at.plus(Duration.ofMinutes(gaps.get(i)));
            at = start.plus(Duration.ofMinutes(gaps.get(i + 1)));
            pauses.add(new Pace.Pause(start, at));
        }
        var due =
                limits(limit)
                        .due(
                                Stage.HANDLE,
                                from,
                                new Pace(
                                        pauses,
                                        List.of(),
                                        0,
                                        0,
                                        0,
                                        Optional.empty(),
                                        Optional.empty()))
                        .orElseThrow();
        var used = CALENDAR.between(from, due, limit.kind());
        for (var pause : pauses) {
            if (pause.from().isBefore(due)) {
                assertThat(pause.to()).as("never due while it stands").isBeforeOrEqualTo(due);
                used = used.minus(CALENDAR.between(pause.from(), pause.to(), limit.kind()));
            }
        }
        assertThat(used).isEqualTo(CALENDAR.length(limit));
    }

    @Property(seed = "8", tries = 500)
    void anAlarmNeverRingsTwiceForTheSameMark(
            @ForAll("limits") TimeLimit limit, @ForAll("moments") Instant from) {
        var limits = limits(limit);
        var clock = handling(from, limits);
        var last = from;
        int rings = 0;
        while (clock.alarm().isPresent()) {
            var at = clock.alarm().get();
            assertThat(at).isAfterOrEqualTo(last);
            for (var stage : clock.ringing(from, from, limits, at)) {
                clock =
                        clock.after(
                                new Decision.Pass(stage),
                                turn(from, Optional.empty(), Optional.empty(), at),
                                limits);
            }
            last = at;
            rings++;
        }
        assertThat(rings).as("amber, red, two reminders; the whole twice").isBetween(4, 6);
    }

    @Provide
    Arbitrary<TimeLimit> limits() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 40), Arbitraries.of(TimeKind.values()))
                .as(TimeLimit::new);
    }

    @Provide
    Arbitrary<Instant> moments() {
        return Arbitraries.integers()
                .between(0, 60 * 24 * 500)
                .map(it -> at("2025-06-01T00:00").plus(Duration.ofMinutes(it)));
    }

    @Provide
    Arbitrary<List<Integer>> gaps() {
        return Arbitraries.integers().between(1, 60 * 24 * 9).list().ofMaxSize(8);
    }

    private static StageClock handling(Instant begun, Limits limits) {
        return StageClock.start(begun, limits)
                .after(
                        new Decision.Follow(),
                        turn(begun, Optional.empty(), Optional.empty(), begun),
                        limits);
    }

    private static Limits limits(TimeLimit handle) {
        return new Limits(
                _ -> Map.of(Stage.HANDLE, handle, Stage.WHOLE, TimeLimit.parse("60 days")),
                CALENDAR,
                new ClockRules(0.7, Optional.of(TimeLimit.parse("1 work-day")), 2, false));
    }

    private static StageClock.Turn turn(
            Instant begun, Optional<Hold> before, Optional<Hold> next, Instant now) {
        return new StageClock.Turn(
                new MatterState.InProgress(HAND), begun, begun, before, next, now);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(WorkCalendar.ZONE).toInstant();
    }
}
