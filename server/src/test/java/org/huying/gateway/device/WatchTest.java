package org.huying.gateway.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.huying.gateway.device.Watch.Phase;
import org.huying.gateway.device.Watch.Timing;
import org.huying.gateway.device.Watch.Turn;
import org.junit.jupiter.api.Test;

/// What readings make of a device: hysteresis, debounce and repeats.
class WatchTest {

    private static final Instant START = Instant.parse("2026-11-30T00:00:00Z");
    private static final int HIGH = 60;
    private static final int LOW = 40;
    private static final int STEP = 10;

    private static Timing timing(int hold, int settle, int quiet) {
        return new Timing(
                Duration.ofSeconds(hold), Duration.ofSeconds(settle), Duration.ofSeconds(quiet));
    }

    private static Instant at(int index) {
        return START.plusSeconds((long) index * STEP);
    }

    /// The levels one after the other, ten seconds apart.
    private static List<Turn> turns(List<Integer> levels, Timing timing) {
        var turns = new ArrayList<Turn>();
        var watch = Watch.CALM;
        for (int i = 0; i < levels.size(); i++) {
            var step = watch.heard(levels.get(i) > HIGH, levels.get(i) < LOW, at(i), timing);
            turns.add(step.turn());
            watch = step.after();
        }
        return turns;
    }

    /// Raised only above, cleared only below, one after the other; between the two nothing changes.
    @Property
    void betweenTheTwoConditionsNothingChanges(
            @ForAll @Size(max = 40) List<@IntRange(max = 100) Integer> levels) {
        var turns = turns(levels, timing(0, 0, 100_000));
        var stands = false;
        for (int i = 0; i < levels.size(); i++) {
            int level = levels.get(i);
            switch (turns.get(i)) {
                case RAISED -> {
                    assertThat(level).isGreaterThan(HIGH);
                    assertThat(stands).isFalse();
                    stands = true;
                }
                case CLEARED -> {
                    assertThat(level).isLessThan(LOW);
                    assertThat(stands).isTrue();
                    stands = false;
                }
                case NONE -> assertThat(stands ? level >= LOW : level <= HIGH).isTrue();
                case REPEATED -> throw new AssertionError("It is to be quiet");
            }
        }
    }

    /// Whatever is raised was above for as long as it must be, and what was above for so long is raised.
    @Property
    void onlyWhatLastsIsRaised(
            @ForAll @Size(max = 40) List<@IntRange(max = 100) Integer> levels,
            @ForAll @IntRange(min = 1, max = 5) int steps) {
        var turns = turns(levels, timing(steps * STEP, 0, 100_000));
        var stands = false;
        for (int i = 0; i < levels.size(); i++) {
            var long_ =
                    i >= steps
                            && levels.subList(i - steps, i + 1).stream().allMatch(it -> it > HIGH);
            if (turns.get(i) == Turn.RAISED) {
                assertThat(long_).isTrue();
            }
            stands = turns.get(i) == Turn.RAISED || (stands && turns.get(i) != Turn.CLEARED);
            if (long_) {
                assertThat(stands).isTrue();
            }
        }
    }

    /// However often it alarms, it is told of no sooner than wanted, and every reading is counted.
    @Property
    void repeatsKeepQuiet(
            @ForAll @IntRange(min = 1, max = 60) int readings,
            @ForAll @IntRange(min = 1, max = 200) int quiet) {
        var timing = timing(0, 0, quiet);
        var watch = Watch.CALM;
        var told = new ArrayList<Instant>();
        for (int i = 0; i < readings; i++) {
            var step = watch.heard(true, false, at(i), timing);
            if (step.turn() != Turn.NONE) {
                told.add(at(i));
            }
            watch = step.after();
        }
        assertThat(watch.repeats()).isEqualTo(readings);
        for (int i = 1; i < told.size(); i++) {
            assertThat(Duration.between(told.get(i - 1), told.get(i)))
                    .isGreaterThanOrEqualTo(Duration.ofSeconds(quiet));
        }
    }

    @Test
    void whatComesLateChangesNothing() {
        var timing = timing(0, 0, 60);
        var calm = Watch.CALM.heard(false, true, at(5), timing).after();
        var late = calm.heard(true, false, at(4), timing);
        assertThat(late.turn()).isEqualTo(Turn.NONE);
        assertThat(late.after()).isEqualTo(calm);
    }

    @Test
    void aSensorThatSpeaksOnceIsRaisedWhenNothingSpeaksAgainstIt() {
        var timing = timing(60, 30, 60);
        var rising = Watch.CALM.heard(true, false, at(0), timing).after();
        assertThat(rising.phase()).isEqualTo(Phase.RISING);
        assertThat(rising.due(timing)).contains(Duration.ofSeconds(60));
        var later = rising.heard(true, false, at(2), timing).after();
        assertThat(later.due(timing)).contains(Duration.ofSeconds(40));
        var raised = later.waited(at(6));
        assertThat(raised.turn()).isEqualTo(Turn.RAISED);
        var falling = raised.after().heard(false, true, at(7), timing);
        assertThat(falling.turn()).isEqualTo(Turn.NONE);
        assertThat(falling.after().alarmed()).isTrue();
        assertThat(falling.after().due(timing)).contains(Duration.ofSeconds(30));
        assertThat(falling.after().waited(at(10)).turn()).isEqualTo(Turn.CLEARED);
        assertThat(falling.after().heard(false, false, at(8), timing).after().phase())
                .as("neither: the alarm stands")
                .isEqualTo(Phase.ALARMED);
    }

    @Test
    void whatIsHeldBackIsRaisedLater() {
        var timing = timing(0, 0, 60);
        var raised = Watch.CALM.heard(true, false, at(0), timing);
        var held = raised.after().heldBack(Watch.CALM);
        assertThat(held.alarmed()).isFalse();
        assertThat(held.waited(at(9)).turn()).isEqualTo(Turn.RAISED);
        assertThat(held.heard(false, true, at(1), timing).after().phase()).isEqualTo(Phase.CALM);
        var again = held.waited(at(9)).after().heldBack(held);
        assertThat(again.since()).as("it began once").isEqualTo(at(0));
    }

    /// What is said of something else does not end it, and every reading that alarms tries again and counts.
    @Property
    void whatIsHeldBackEndsByItsEndOnly(
            @ForAll @Size(max = 20) List<Boolean> alarms, @ForAll @IntRange(max = 3) int steps) {
        var timing = timing(steps * STEP, 0, 60);
        var watch = Watch.CALM;
        for (int i = 0; i <= steps; i++) {
            watch = watch.heard(true, false, at(i), timing).after();
        }
        var held = watch.heldBack(Watch.CALM);
        int count = 1;
        for (int i = 0; i < alarms.size(); i++) {
            var step = held.heard(alarms.get(i), false, at(steps + 1 + i), timing);
            count += alarms.get(i) ? 1 : 0;
            assertThat(step.turn()).isEqualTo(alarms.get(i) ? Turn.RAISED : Turn.NONE);
            assertThat(step.after().repeats()).isEqualTo(count);
            held = alarms.get(i) ? step.after().heldBack(held) : step.after();
            assertThat(held.held()).isTrue();
        }
        assertThat(held.heard(false, true, at(100), timing).after().phase()).isEqualTo(Phase.CALM);
    }

    @Test
    void anAlarmThatIsToldOfAnewIsRaisedAndGoesOnCounting() {
        var timing = timing(0, 0, 60);
        var stands = Watch.CALM.heard(true, false, at(0), timing).after();
        var anew = stands.heard(true, false, at(1), timing).after().anew(at(1));
        assertThat(anew.turn()).isEqualTo(Turn.RAISED);
        assertThat(anew.after().repeats()).isEqualTo(2);
        assertThat(anew.after().heard(true, false, at(2), timing).turn())
                .as("quiet begins anew")
                .isEqualTo(Turn.NONE);
    }

    @Test
    void whatHasNoEndOfItsOwnStaysAndIsToldOfAgain() {
        var timing = timing(0, 0, 15);
        var watch = Watch.CALM.heard(true, false, at(0), timing).after();
        watch = watch.heard(false, false, at(1), timing).after();
        assertThat(watch.phase()).isEqualTo(Phase.ALARMED);
        assertThat(watch.heard(true, false, at(2), timing).turn()).isEqualTo(Turn.REPEATED);
    }
}
