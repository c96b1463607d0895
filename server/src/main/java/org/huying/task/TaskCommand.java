package org.huying.task;

import java.util.List;
import java.util.Optional;
import org.huying.calendar.Shift;

/// What can be done to a task that was given.
sealed interface TaskCommand {

    /// The next step on the way is done.
    record Forward(String words) implements TaskCommand {}

    record Finish(String words, Optional<Long> figure, List<TaskState.Proof> proof)
            implements TaskCommand {}

    /// `passed`: it counts; otherwise it goes back.
    record Check(boolean passed, String words) implements TaskCommand {}

    record End(String why) implements TaskCommand {}

    /// The days of the county have changed, and with them the end of its time. By Huying itself.
    record Recount(Shift shift) implements TaskCommand {}

    /// The name in history and events.
    default String act() {
        return switch (this) {
            case Forward _ -> "forward";
            case Finish _ -> "finish";
            case Check(var passed, _) -> passed ? "pass" : "send-back";
            case End _ -> "end";
            case Recount _ -> "recount";
        };
    }

    default String words() {
        return switch (this) {
            case Forward(var words) -> words;
            case Finish(var words, _, _) -> words;
            case Check(_, var words) -> words;
            case End(var why) -> why;
            case Recount _ -> "";
        };
    }
}
