package org.huying.matter.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huying.calendar.TimeLimit;
import org.huying.calendar.WorkCalendar;
import org.huying.playbook.LoopRules;
import org.huying.playbook.Stage;
import org.junit.jupiter.api.Test;

class StageClockTest {

    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");
    private static final Assignment HAND = new Assignment(new UUID(1, 1), Optional.empty(), 1);
    private static final Limits LIMITS =
            new Limits(
                    _ ->
                            Map.of(
                                    Stage.ACCEPT, TimeLimit.parse("30 min"),
                                    Stage.HANDLE, TimeLimit.parse("60 min"),
                                    Stage.WHOLE, TimeLimit.parse("600 min")),
                    WorkCalendar.china(),
                    LoopRules.PLAIN.clocks());

    @Test
    void runsTheAcceptanceStageFromTheReport() {
        var clock = StageClock.start(NOON, LIMITS);
        assertThat(clock.stage()).contains(Stage.ACCEPT);
        assertThat(clock.due()).contains(after(30));
        assertThat(clock.whole()).contains(after(600));
    }

    @Test
    void remembersAStageThatEndedLate() {
        var clock =
                StageClock.start(NOON, LIMITS)
                        .after(
                                new Decision.Follow(),
                                turn(new MatterState.Accepted(), after(31)),
                                LIMITS);
        assertThat(clock.late()).containsExactly(Stage.ACCEPT);
        assertThat(clock.stage()).contains(Stage.DISPATCH);
        assertThat(clock.due()).as("no limit, no clock").isEmpty();
    }

    @Test
    void isInTimeUpToTheVeryInstant() {
        var handling =
                StageClock.start(NOON, LIMITS)
                        .after(
                                new Decision.Follow(),
                                turn(new MatterState.InProgress(HAND), after(10)),
                                LIMITS);
        assertThat(handling.due()).contains(after(70));
        assertThat(
                        handling.after(
                                        new Decision.Follow(),
                                        turn(new MatterState.Handled(HAND, "done"), after(70)),
                                        LIMITS)
                                .late())
                .isEmpty();
        assertThat(
                        handling.after(
                                        new Decision.Follow(),
                                        turn(new MatterState.Handled(HAND, "done"), after(71)),
                                        LIMITS)
                                .late())
                .containsExactly(Stage.HANDLE);
    }

    @Test
    void judgesTheWholeMatterWhenItCloses() {
        var closed = new MatterState.Closed(HAND, "done", Optional.empty());
        var clock =
                StageClock.start(NOON, LIMITS)
                        .after(new Decision.Follow(), turn(closed, after(601)), LIMITS);
        assertThat(clock.late()).containsExactlyInAnyOrder(Stage.ACCEPT, Stage.WHOLE);
        assertThat(clock.stage()).isEmpty();
    }

    @Test
    void startsAFreshClockWhenDispatchedAgain() {
        var limits =
                new Limits(
                        _ -> Map.of(Stage.ACKNOWLEDGE, TimeLimit.parse("10 min")),
                        WorkCalendar.china(),
                        LoopRules.PLAIN.clocks());
        var first =
                StageClock.start(NOON, limits)
                        .after(
                                new Decision.Follow(),
                                turn(new MatterState.Dispatched(HAND), after(1)),
                                limits);
        var second =
                first.after(
                        new Decision.Begin(),
                        turn(new MatterState.Dispatched(HAND), after(5)),
                        limits);
        assertThat(second.due()).contains(after(15));
    }

    private static StageClock.Turn turn(MatterState to, Instant now) {
        return new StageClock.Turn(to, NOON, NOON, Optional.empty(), Optional.empty(), now);
    }

    private static Instant after(int minutes) {
        return NOON.plus(Duration.ofMinutes(minutes));
    }
}
