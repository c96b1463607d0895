package org.huying.matter.loop;

import java.time.Instant;
import org.huying.calendar.TimeLimit;
import org.huying.playbook.Stage;

/// What the machine says to a command. A refusal is a value that the edge must translate.
public sealed interface Decision {

    /// Taken: where it stands next, what stands beside it, and what the clock does.
    record Moved(MatterState next, Aside aside, ClockEffect clock) implements Decision {
        Moved(MatterState next, Aside aside) {
            this(next, aside, new Follow());
        }
    }

    record Refused(Refusal why) implements Decision {}

    /// What a step does to the clock.
    sealed interface ClockEffect {}

    /// A new stage begins where the state begins one; else the clock runs on.
    record Follow() implements ClockEffect {}

    /// A new stage begins, even where the state is the same: another unit has it.
    record Begin() implements ClockEffect {}

    /// The clock stands.
    record Pause() implements ClockEffect {}

    /// It stands, and whoever was asked has been reminded: only the end of the wait is still to come.
    record Wait() implements ClockEffect {}

    /// It runs again; what was paused is not counted.
    record Run() implements ClockEffect {}

    /// The present stage gets this much more.
    record Extend(TimeLimit by) implements ClockEffect {}

    /// One more mark of this stage, or of the whole, was passed.
    record Pass(Stage of) implements ClockEffect {}

    /// A mark of the reply that is owed was passed.
    record Press(Light light) implements ClockEffect {}

    /// Helpers whose time was over by then were told of.
    record Told(Instant at) implements ClockEffect {}

    /// The marks of a supervision that were passed by then were told of.
    record Warned(Instant at) implements ClockEffect {}

    /// All dates are counted anew; `reply` that of the reply too, so that its marks are passed anew.
    record Anew(boolean reply) implements ClockEffect {}
}
