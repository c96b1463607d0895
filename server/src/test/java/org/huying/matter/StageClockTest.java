package org.huying.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huying.calendar.TimeLimit;
import org.huying.playbook.Stage;
import org.junit.jupiter.api.Test;

class StageClockTest {

    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");
    private static final Assignment HAND = new Assignment(new UUID(1, 1), Optional.empty(), 1);
    private static final StageClock.Limits LIMITS =
            new StageClock.Limits(
                    Map.of(
                            Stage.ACCEPT, TimeLimit.parse("30 min"),
                            Stage.HANDLE, TimeLimit.parse("60 min"),
                            Stage.WHOLE, TimeLimit.parse("600 min")),
                    (from, limit) -> from.plus(Duration.ofMinutes(limit.amount())));

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
                StageClock.start(NOON, LIMITS).after(new MatterState.Accepted(), LIMITS, after(31));
        assertThat(clock.late()).containsExactly(Stage.ACCEPT);
        assertThat(clock.stage()).contains(Stage.DISPATCH);
        assertThat(clock.due()).as("no limit, no clock").isEmpty();
    }

    @Test
    void isInTimeUpToTheVeryInstant() {
        var handling =
                StageClock.start(NOON, LIMITS)
                        .after(new MatterState.InProgress(HAND), LIMITS, after(10));
        assertThat(handling.due()).contains(after(70));
        assertThat(handling.after(new MatterState.Handled(HAND, "done"), LIMITS, after(70)).late())
                .isEmpty();
        assertThat(handling.after(new MatterState.Handled(HAND, "done"), LIMITS, after(71)).late())
                .containsExactly(Stage.HANDLE);
    }

    @Test
    void judgesTheWholeMatterWhenItCloses() {
        var closed = new MatterState.Closed(HAND, "done", Optional.empty());
        var clock = StageClock.start(NOON, LIMITS).after(closed, LIMITS, after(601));
        assertThat(clock.late()).containsExactlyInAnyOrder(Stage.ACCEPT, Stage.WHOLE);
        assertThat(clock.stage()).isEmpty();
    }

    @Test
    void startsAFreshClockWhenDispatchedAgain() {
        var limits =
                new StageClock.Limits(
                        Map.of(Stage.ACKNOWLEDGE, TimeLimit.parse("10 min")), LIMITS.calendar());
        var first =
                StageClock.start(NOON, limits)
                        .after(new MatterState.Dispatched(HAND), limits, after(1));
        var second = first.after(new MatterState.Dispatched(HAND), limits, after(5));
        assertThat(second.due()).contains(after(15));
    }

    private static Instant after(int minutes) {
        return NOON.plus(Duration.ofMinutes(minutes));
    }
}
