package org.huying.matter;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.huying.calendar.TimeLimit;
import org.huying.matter.MatterState.Accepted;
import org.huying.matter.MatterState.Closed;
import org.huying.matter.MatterState.Dispatched;
import org.huying.matter.MatterState.Handled;
import org.huying.matter.MatterState.InProgress;
import org.huying.matter.MatterState.Rated;
import org.huying.matter.MatterState.Rejected;
import org.huying.matter.MatterState.Reported;
import org.huying.matter.MatterState.Returned;
import org.huying.matter.MatterState.Rework;
import org.huying.matter.MatterState.Verifying;
import org.huying.playbook.Stage;

/// The time limits of one matter: the stage that runs now, until when, and which stages ended past their limit.
/// Kept beside the state, never inside it.
///
/// @param whole when the whole matter should be closed
record StageClock(
        Optional<Stage> stage, Optional<Instant> due, Optional<Instant> whole, Set<Stage> late) {

    StageClock {
        late = late.isEmpty() ? Set.of() : EnumSet.copyOf(late);
    }

    /// The limits of the matter's item and the calendar they are counted on.
    record Limits(Map<Stage, TimeLimit> limits, BiFunction<Instant, TimeLimit, Instant> calendar) {
        Optional<Instant> due(Stage stage, Instant from) {
            return Optional.ofNullable(limits.get(stage)).map(limit -> calendar.apply(from, limit));
        }
    }

    static StageClock start(Instant reported, Limits limits) {
        return new StageClock(
                Optional.of(Stage.ACCEPT),
                limits.due(Stage.ACCEPT, reported),
                limits.due(Stage.WHOLE, reported),
                Set.of());
    }

    /// The clock after a step that led to `next` at `now`. A stage that ends past its limit is late for good.
    StageClock after(MatterState next, Limits limits, Instant now) {
        var upcoming = stageOf(next);
        if (upcoming.equals(stage) && !(next instanceof Dispatched)) {
            return this;
        }
        var missed = EnumSet.noneOf(Stage.class);
        missed.addAll(late);
        stage.filter(_ -> due.filter(now::isAfter).isPresent()).ifPresent(missed::add);
        if (!next.open() && whole.filter(now::isAfter).isPresent()) {
            missed.add(Stage.WHOLE);
        }
        return new StageClock(upcoming, upcoming.flatMap(it -> limits.due(it, now)), whole, missed);
    }

    /// The clock when the matter was given another item: the running stage and the whole are counted anew from `since`
    /// and `reported`.
    StageClock reclassified(Limits limits, Instant since, Instant reported) {
        return new StageClock(
                stage,
                stage.flatMap(it -> limits.due(it, since)),
                limits.due(Stage.WHOLE, reported),
                late);
    }

    private static Optional<Stage> stageOf(MatterState state) {
        return switch (state) {
            case Reported _ -> Optional.of(Stage.ACCEPT);
            case Accepted _, Returned _ -> Optional.of(Stage.DISPATCH);
            case Dispatched _, Rework _ -> Optional.of(Stage.ACKNOWLEDGE);
            case InProgress _ -> Optional.of(Stage.HANDLE);
            case Handled _ -> Optional.of(Stage.VERIFY);
            case Verifying _ -> Optional.of(Stage.RATE);
            case Rejected _, Rated _, Closed _ -> Optional.empty();
        };
    }
}
