package org.huying.matter.loop;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.huying.matter.loop.Decision.Anew;
import org.huying.matter.loop.Decision.Begin;
import org.huying.matter.loop.Decision.ClockEffect;
import org.huying.matter.loop.Decision.Extend;
import org.huying.matter.loop.Decision.Follow;
import org.huying.matter.loop.Decision.Pass;
import org.huying.matter.loop.Decision.Pause;
import org.huying.matter.loop.Decision.Run;
import org.huying.matter.loop.MatterState.Accepted;
import org.huying.matter.loop.MatterState.Dispatched;
import org.huying.matter.loop.MatterState.Handled;
import org.huying.matter.loop.MatterState.InProgress;
import org.huying.matter.loop.MatterState.Rated;
import org.huying.matter.loop.MatterState.Reported;
import org.huying.matter.loop.MatterState.Returned;
import org.huying.matter.loop.MatterState.Rework;
import org.huying.matter.loop.MatterState.Verifying;
import org.huying.playbook.Stage;

/// The time limits of one matter: the stage that runs now, until when, which stages ended past their limit, and when the
/// clock wants to be looked at next. Kept beside the state, never inside it.
///
/// @param due when the running stage ends; empty while the clock stands
/// @param whole when the whole matter should be closed; empty while the clock stands
/// @param alarm when something is to be done by itself: a mark, the limit, a reminder, or the end of a hold
public record StageClock(
        Optional<Stage> stage,
        Optional<Instant> due,
        Optional<Instant> whole,
        Set<Stage> late,
        Optional<Instant> alarm,
        Pace pace) {

    public StageClock {
        late = late.isEmpty() ? Set.of() : EnumSet.copyOf(late);
    }

    /// What the clock is told of the matter when a step is taken.
    ///
    /// @param hold what holds the clock before the step
    /// @param next what holds it after
    record Turn(
            MatterState to,
            Instant reported,
            Instant since,
            Optional<Hold> hold,
            Optional<Hold> next,
            Instant now) {}

    public static StageClock start(Instant reported, Limits limits) {
        return new StageClock(
                        Optional.of(Stage.ACCEPT),
                        limits.due(Stage.ACCEPT, reported, Pace.EVEN),
                        limits.due(Stage.WHOLE, reported, Pace.EVEN),
                        Set.of(),
                        Optional.empty(),
                        Pace.EVEN)
                .alarmed(limits, reported);
    }

    /// The clock after a step.
    StageClock after(ClockEffect effect, Turn turn, Limits limits) {
        return switch (effect) {
            case Follow _ -> stageOf(turn.to()).equals(stage) ? this : begin(turn, limits);
            case Begin _ -> begin(turn, limits);
            case Pause _ ->
                    new StageClock(
                            stage,
                            Optional.empty(),
                            Optional.empty(),
                            late,
                            turn.next().map(Hold::until),
                            pace);
            case Run _ -> {
                var pause = turn.hold().map(it -> new Pace.Pause(it.since(), turn.now()));
                yield counted(pause.map(pace::with).orElse(pace), turn, limits);
            }
            case Extend(var by) -> counted(pace.with(by), turn, limits);
            case Pass _ -> passed(turn, limits);
            case Anew _ -> turn.next().isPresent() ? this : counted(pace.marked(0), turn, limits);
        };
    }

    /// How the running stage stands.
    public Light light(Instant since, Limits limits, Instant now) {
        if (stage.isEmpty() || due.isEmpty()) {
            return Light.GREEN;
        }
        if (!now.isBefore(due.get())) {
            return Light.RED;
        }
        return limits.amber(stage.get(), since, pace).filter(it -> !now.isBefore(it)).isPresent()
                ? Light.AMBER
                : Light.GREEN;
    }

    /// A stage that ends past its limit is late for good.
    private StageClock begin(Turn turn, Limits limits) {
        var upcoming = stageOf(turn.to());
        var now = turn.now();
        var missed = EnumSet.noneOf(Stage.class);
        missed.addAll(late);
        stage.filter(_ -> due.filter(now::isAfter).isPresent()).ifPresent(missed::add);
        if (!turn.to().open() && whole.filter(now::isAfter).isPresent()) {
            missed.add(Stage.WHOLE);
        }
        var next = stood(turn).nextStage();
        return new StageClock(
                        upcoming,
                        upcoming.flatMap(it -> limits.due(it, now, next)),
                        turn.to().open()
                                ? whole.or(() -> limits.due(Stage.WHOLE, turn.reported(), next))
                                : whole,
                        missed,
                        Optional.empty(),
                        next)
                .alarmed(limits, now);
    }

    /// All dates counted again under another pace or other limits.
    StageClock counted(Pace under, Turn turn, Limits limits) {
        return new StageClock(
                        stage,
                        stage.flatMap(it -> limits.due(it, turn.since(), under)),
                        limits.due(Stage.WHOLE, turn.reported(), under),
                        late,
                        Optional.empty(),
                        under)
                .alarmed(limits, turn.since());
    }

    private StageClock passed(Turn turn, Limits limits) {
        var light = light(turn.since(), limits, turn.now());
        int marks =
                switch (light) {
                    case GREEN -> pace.marks();
                    case AMBER -> 1;
                    case RED -> Math.max(2, pace.marks() + 1);
                };
        return new StageClock(stage, due, whole, late, Optional.empty(), pace.marked(marks))
                .alarmed(limits, turn.since());
    }

    private StageClock alarmed(Limits limits, Instant since) {
        var at =
                stage.flatMap(running ->
                        due.flatMap(end ->
                                switch (pace.marks()) {
                                    case 0 -> limits.amber(running, since, pace).or(() -> due);
                                    case 1 -> due;
                                    default -> limits.reminder(end, pace.marks() - 1);
                                }));
        return new StageClock(stage, due, whole, late, at, pace);
    }

    private static Optional<Stage> stageOf(MatterState state) {
        return switch (state) {
            case Reported _ -> Optional.of(Stage.ACCEPT);
            case Accepted _, Returned _ -> Optional.of(Stage.DISPATCH);
            case Dispatched _, Rework _ -> Optional.of(Stage.ACKNOWLEDGE);
            case InProgress _ -> Optional.of(Stage.HANDLE);
            case Handled _ -> Optional.of(Stage.VERIFY);
            case Verifying _ -> Optional.of(Stage.RATE);
            case Rated _,
                    MatterState.Rejected _,
                    MatterState.Closed _,
                    MatterState.Merged _,
                    MatterState.Voided _,
                    MatterState.Withdrawn _ ->
                    Optional.empty();
        };
    }

    /// With the pause that this step ends, if it ends one.
    private Pace stood(Turn turn) {
        return turn.hold()
                .filter(_ -> turn.next().isEmpty())
                .map(it -> pace.with(new Pace.Pause(it.since(), turn.now())))
                .orElse(pace);
    }
}
