package org.huying.power;

import java.util.Optional;
import org.huying.power.Exercise.Act;

/// How a use of a power stands. It follows from what was said; the names are stored and public.
enum ExerciseState {
    /// The department owes an answer, or objects.
    USED,
    OBJECTED,
    /// The street stands by it; the county decides.
    MAINTAINED,
    /// The county decided that it holds: the department owes an answer.
    UPHELD,
    ANSWERED,
    /// The street agreed with the objection.
    WITHDRAWN,
    /// The county agreed with the objection.
    VOID;

    /// What follows from an act; empty where it may not be done.
    Optional<ExerciseState> next(Act act, boolean agreed) {
        if (act == Act.RECOUNT) {
            return Optional.of(this).filter(ExerciseState::open);
        }
        return switch (this) {
            case USED ->
                    switch (act) {
                        case OBJECT -> Optional.of(OBJECTED);
                        case ANSWER -> Optional.of(ANSWERED);
                        case RESPOND, RULE, RECOUNT -> Optional.empty();
                    };
            case OBJECTED ->
                    act == Act.RESPOND
                            ? Optional.of(agreed ? WITHDRAWN : MAINTAINED)
                            : Optional.empty();
            case MAINTAINED ->
                    act == Act.RULE ? Optional.of(agreed ? VOID : UPHELD) : Optional.empty();
            case UPHELD -> act == Act.ANSWER ? Optional.of(ANSWERED) : Optional.empty();
            case ANSWERED, WITHDRAWN, VOID -> Optional.empty();
        };
    }

    ExerciseState after(Act act, boolean agreed) {
        return next(act, agreed)
                .orElseThrow(() -> new IllegalStateException(act + " after " + this));
    }

    /// Something may still be said to it.
    boolean open() {
        return switch (this) {
            case USED, OBJECTED, MAINTAINED, UPHELD -> true;
            case ANSWERED, WITHDRAWN, VOID -> false;
        };
    }

    boolean owesAnswer() {
        return this == USED || this == UPHELD;
    }
}
