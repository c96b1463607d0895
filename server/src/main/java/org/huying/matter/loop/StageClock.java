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
import org.huying.matter.loop.Decision.Press;
import org.huying.matter.loop.Decision.Run;
import org.huying.matter.loop.Decision.Told;
import org.huying.matter.loop.Decision.Wait;
import org.huying.matter.loop.Decision.Warned;
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
                .alarmed(limits, reported, reported);
    }

    /// The clock after a step.
    StageClock after(ClockEffect effect, Turn turn, Limits limits) {
        return switch (effect) {
            case Follow _ -> stageOf(turn.to()).equals(stage) ? this : begin(turn, limits);
            case Begin _ -> begin(turn, limits);
            case Pause _ -> standing(turn.next().map(it -> it.mark().orElse(it.until())));
            case Wait _ -> standing(turn.next().map(Hold::until));
            case Run _ -> {
                var pause = turn.hold().map(it -> new Pace.Pause(it.since(), turn.now()));
                yield counted(
                        pause.map(pace::with).orElse(pace), turn.since(), turn.reported(), limits);
            }
            case Extend(var by) -> counted(pace.with(by), turn.since(), turn.reported(), limits);
            case Pass(var of) -> passed(of, turn, limits);
            case Press(var light) ->
                    new StageClock(
                            stage,
                            due,
                            whole,
                            late,
                            alarm,
                            pace.pressed(passed(light, pace.reply())));
            case Told(var at) -> new StageClock(stage, due, whole, late, alarm, pace.told(at));
            case Warned(var at) -> new StageClock(stage, due, whole, late, alarm, pace.warned(at));
            case Anew(var reply) -> {
                var anew =
                        turn.next().isPresent() || !turn.to().open()
                                ? this
                                : recounted(turn.since(), turn.reported(), limits, turn.now());
                yield reply ? anew.unpressed() : anew;
            }
        };
    }

    /// The marks of a reply whose date has moved are passed anew.
    private StageClock unpressed() {
        return new StageClock(stage, due, whole, late, alarm, pace.pressed(0));
    }

    private StageClock standing(Optional<Instant> until) {
        return new StageClock(stage, Optional.empty(), Optional.empty(), late, until, pace);
    }

    /// How the running stage stands.
    public Light light(Instant since, Limits limits, Instant now) {
        return light(due, stage.flatMap(it -> limits.amber(it, since, pace)), now);
    }

    /// How the whole matter stands.
    public Light wholeLight(Instant reported, Limits limits, Instant now) {
        return light(whole, limits.amber(Stage.WHOLE, reported, pace), now);
    }

    /// The running stage, the whole, or both: whose next mark has been reached.
    public Set<Stage> ringing(Instant since, Instant reported, Limits limits, Instant now) {
        var ringing = EnumSet.noneOf(Stage.class);
        if (mark(limits, since).filter(it -> !now.isBefore(it)).isPresent()) {
            stage.ifPresent(ringing::add);
        }
        if (wholeMark(limits, reported).filter(it -> !now.isBefore(it)).isPresent()) {
            ringing.add(Stage.WHOLE);
        }
        return ringing;
    }

    /// The clock of an open matter that is not held, counted again under the calendar and the limits that hold now. A
    /// mark that is passed under the new dates as well is not passed twice.
    public StageClock recounted(Instant since, Instant reported, Limits limits, Instant now) {
        var dates = counted(pace, since, reported, limits);
        int marks = least(dates.light(since, limits, now), pace.marks());
        int wholeMarks = least(dates.wholeLight(reported, limits, now), pace.whole());
        return counted(pace.marked(marks, wholeMarks), since, reported, limits);
    }

    private static int least(Light light, int marks) {
        return switch (light) {
            case GREEN -> 0;
            case AMBER -> Math.min(1, marks);
            case RED -> marks;
        };
    }

    private static Light light(Optional<Instant> due, Optional<Instant> amber, Instant now) {
        if (due.isEmpty()) {
            return Light.GREEN;
        }
        if (!now.isBefore(due.get())) {
            return Light.RED;
        }
        return amber.filter(it -> !now.isBefore(it)).isPresent() ? Light.AMBER : Light.GREEN;
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
        var begun =
                new StageClock(
                        upcoming,
                        upcoming.flatMap(it -> limits.due(it, now, next)),
                        turn.to().open()
                                ? whole.or(() -> limits.due(Stage.WHOLE, turn.reported(), next))
                                : whole,
                        missed,
                        Optional.empty(),
                        next);
        return turn.to().open() ? begun.alarmed(limits, now, turn.reported()) : begun;
    }

    /// All dates counted again under another pace or other limits.
    private StageClock counted(Pace under, Instant since, Instant reported, Limits limits) {
        return new StageClock(
                        stage,
                        stage.flatMap(it -> limits.due(it, since, under)),
                        limits.due(Stage.WHOLE, reported, under),
                        late,
                        Optional.empty(),
                        under)
                .alarmed(limits, since, reported);
    }

    private StageClock passed(Stage of, Turn turn, Limits limits) {
        var now = turn.now();
        var next =
                of == Stage.WHOLE
                        ? pace.marked(
                                pace.marks(),
                                passed(wholeLight(turn.reported(), limits, now), pace.whole()))
                        : pace.marked(reminded(turn, limits), pace.whole());
        return new StageClock(stage, due, whole, late, Optional.empty(), next)
                .alarmed(limits, turn.since(), turn.reported());
    }

    private static int passed(Light light, int marks) {
        return switch (light) {
            case GREEN -> marks;
            case AMBER -> 1;
            case RED -> Math.max(2, marks + 1);
        };
    }

    /// Reminders that fell due while nobody looked are one.
    private int reminded(Turn turn, Limits limits) {
        int marks = passed(light(turn.since(), limits, turn.now()), pace.marks());
        while (marks > 1 && reminder(limits, marks).filter(turn.now()::isAfter).isPresent()) {
            marks++;
        }
        return marks;
    }

    private StageClock alarmed(Limits limits, Instant since, Instant reported) {
        var at = mark(limits, since);
        var wholeAt = wholeMark(limits, reported);
        var first = at.isPresent() && wholeAt.filter(at.get()::isAfter).isEmpty() ? at : wholeAt;
        return new StageClock(stage, due, whole, late, first, pace);
    }

    private Optional<Instant> mark(Limits limits, Instant since) {
        return switch (pace.marks()) {
            case 0 ->
                    due.flatMap(_ -> stage)
                            .flatMap(it -> limits.amber(it, since, pace))
                            .or(() -> due);
            case 1 -> due;
            default -> reminder(limits, pace.marks());
        };
    }

    private Optional<Instant> reminder(Limits limits, int marks) {
        return due.flatMap(it -> limits.reminder(it, marks - 1));
    }

    /// The whole is marked twice, without reminders after it: a stage is running all the same.
    private Optional<Instant> wholeMark(Limits limits, Instant reported) {
        return switch (pace.whole()) {
            case 0 -> whole.flatMap(_ -> limits.amber(Stage.WHOLE, reported, pace)).or(() -> whole);
            case 1 -> whole;
            default -> Optional.empty();
        };
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
