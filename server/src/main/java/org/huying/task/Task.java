package org.huying.task;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.huying.territory.TerritoryCode;

/// One task given to one post, team or body.
///
/// @param steps how many history rows there are, `chain` the hash of the last
record Task(
        String region,
        UUID id,
        int version,
        Given given,
        TaskState state,
        int steps,
        byte[] chain) {

    /// What was said when it was given; never changed afterwards, but for the end of its time, which follows the days of the
    /// county.
    ///
    /// @param mode the mode whose task it is; empty for those of the ordinary list
    /// @param origin the period, the switch of the mode, or the request by hand that it comes from
    /// @param matter the matter it serves
    record Given(
            String playbook,
            int playbookVersion,
            Optional<String> mode,
            String kind,
            String name,
            String origin,
            To to,
            Optional<UUID> matter,
            String words,
            UUID by,
            Instant at,
            Instant due) {

        Given until(Instant then) {
            return new Given(
                    playbook,
                    playbookVersion,
                    mode,
                    kind,
                    name,
                    origin,
                    to,
                    matter,
                    words,
                    by,
                    at,
                    then);
        }

        /// What it is for and to whom.
        String slot() {
            var whom = to.person().or(to::team).orElse(to.unit());
            return String.join("|", origin, mode.orElse(""), kind, to.area().value(), whom + "");
        }
    }

    /// Who has it in hand.
    record To(TerritoryCode area, UUID unit, Optional<UUID> person, Optional<UUID> team) {}

    boolean overdue(Instant now) {
        return state instanceof TaskState.Open && now.isAfter(given.due());
    }

    /// The work that was handed in, if it was.
    Optional<TaskState.Work> work() {
        return switch (state) {
            case TaskState.Open _, TaskState.Ended _ -> Optional.empty();
            case TaskState.Done(var work) -> Optional.of(work);
            case TaskState.Counted(var work, _, _) -> Optional.of(work);
        };
    }
}
