package org.huying.power;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.calendar.Shift;
import org.huying.territory.TerritoryCode;

/// One use of a power, with everything that was said to it since, in order.
///
/// @param node the place whose desk used it
record Exercise(
        String region,
        UUID id,
        Item item,
        TerritoryCode area,
        String node,
        By by,
        UUID department,
        String title,
        String text,
        Optional<UUID> matter,
        Optional<UUID> whistle,
        Limits limits,
        List<Word> words) {

    /// The item of the list as it stood when it was used.
    record Item(
            String playbook,
            int playbookVersion,
            String key,
            String itemClass,
            String name,
            String basis) {}

    record By(UUID account, String name) {}

    /// @param objectBy until when the department may object; empty for no limit
    /// @param answerBy until when it must answer
    record Limits(Instant used, Optional<Instant> objectBy, Optional<Instant> answerBy) {}

    /// @param agreed whether a response or ruling agrees with the objection
    /// @param moved the limits that have moved with it
    record Word(Act act, Optional<Boolean> agreed, Instant at, By by, String text, Moved moved) {}

    /// What the days of the county have moved: until when the department may object, and until when it must answer.
    record Moved(Optional<Shift> objection, Optional<Shift> answer) {

        static final Moved NOTHING = new Moved(Optional.empty(), Optional.empty());

        /// The old and the new limit, the answer's first; nothing where none has moved.
        String word() {
            return answer.or(() -> objection).map(Shift::word).orElse("");
        }
    }

    /// What can be said to it.
    enum Act {
        /// By the department: this power does not reach so far.
        OBJECT,
        /// By the street to the objection.
        RESPOND,
        /// By the county when the street stands by it.
        RULE,
        /// By the department: what it did.
        ANSWER,
        /// By Huying itself: the days have changed, and the limits with them.
        RECOUNT
    }

    ExerciseState state() {
        var state = ExerciseState.USED;
        for (var word : words) {
            state = state.after(word.act(), word.agreed().orElse(false));
        }
        return state;
    }

    /// The limits that move to these, counted by the days of now. What has passed or was used does not move.
    Moved recounted(Limits anew, Instant now) {
        var state = state();
        return new Moved(
                Shift.between(limits.objectBy(), anew.objectBy(), now)
                        .filter(_ -> state == ExerciseState.USED),
                Shift.between(limits.answerBy(), anew.answerBy(), now).filter(_ -> state.open()));
    }

    boolean overdue(Instant now) {
        return state().owesAnswer() && limits.answerBy().filter(now::isAfter).isPresent();
    }
}
