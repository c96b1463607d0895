package org.huying.task;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// How a task stands, with the facts that exist in that state.
sealed interface TaskState {

    /// To be done. `stage` steps on the way are behind; `sentBack` says why what was handed in did not do.
    record Open(int stage, Optional<String> sentBack) implements TaskState {}

    /// Handed in, to be checked.
    record Done(Work work) implements TaskState {}

    /// Done, checked where it must be, and counted.
    record Counted(Work work, Optional<Check> check, int score) implements TaskState {}

    /// Not asked for any more.
    record Ended(String why) implements TaskState {}

    /// What was handed in. `figure` is what is counted with it.
    record Work(
            UUID by,
            String name,
            Instant at,
            String words,
            Optional<Long> figure,
            List<Proof> proof,
            boolean late) {}

    record Proof(String kind, UUID picture) {}

    record Check(UUID by, String name, Instant at) {}

    /// The stored and public names.
    enum Name {
        OPEN,
        DONE,
        COUNTED,
        ENDED
    }

    default Name named() {
        return switch (this) {
            case Open _ -> Name.OPEN;
            case Done _ -> Name.DONE;
            case Counted _ -> Name.COUNTED;
            case Ended _ -> Name.ENDED;
        };
    }
}
