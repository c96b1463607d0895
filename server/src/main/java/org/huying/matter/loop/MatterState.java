package org.huying.matter.loop;

import java.util.Optional;
import java.util.UUID;

/// Where a matter stands, with the facts that exist there. Whoever must act next changes with the state; clocks,
/// helpers and applications stand beside it in [Aside], deliveries to other systems elsewhere.
public sealed interface MatterState {

    record Reported() implements MatterState {}

    record Rejected(String reason) implements MatterState {}

    record Accepted() implements MatterState {}

    record Dispatched(Assignment to) implements MatterState {}

    record Returned(Assignment by, String reason) implements MatterState {}

    record InProgress(Assignment to) implements MatterState {}

    record Handled(Assignment by, String outcome) implements MatterState {}

    /// Found good on site; the resident is being asked. `unreached` counts attempts without an answer.
    record Verifying(Assignment by, String outcome, int unreached) implements MatterState {}

    record Rework(Assignment to, String reason) implements MatterState {}

    record Rated(Assignment by, String outcome, String answer) implements MatterState {}

    record Closed(Assignment by, String outcome, Optional<String> answer) implements MatterState {}

    /// The same as another matter, which is worked for both. Its own requester still gets a reply and rates.
    record Merged(UUID into, Optional<String> answer) implements MatterState {}

    record Voided(String reason) implements MatterState {}

    /// Taken back by whoever asked.
    record Withdrawn(String reason) implements MatterState {}

    /// Who has it in hand, or had it last.
    default Optional<Assignment> assignment() {
        return switch (this) {
            case Reported _, Rejected _, Accepted _, Merged _, Voided _, Withdrawn _ ->
                    Optional.empty();
            case Dispatched(var to) -> Optional.of(to);
            case Returned(var by, _) -> Optional.of(by);
            case InProgress(var to) -> Optional.of(to);
            case Handled(var by, _) -> Optional.of(by);
            case Verifying(var by, _, _) -> Optional.of(by);
            case Rework(var to, _) -> Optional.of(to);
            case Rated(var by, _, _) -> Optional.of(by);
            case Closed(var by, _, _) -> Optional.of(by);
        };
    }

    /// Somebody still has to do something to this very matter.
    default boolean open() {
        return switch (this) {
            case Rejected _, Closed _, Merged _, Voided _, Withdrawn _ -> false;
            case Reported _,
                    Accepted _,
                    Dispatched _,
                    Returned _,
                    InProgress _,
                    Handled _,
                    Verifying _,
                    Rework _,
                    Rated _ ->
                    true;
        };
    }

    /// What was done, once it was handled.
    default Optional<String> result() {
        return switch (this) {
            case Handled(_, var outcome) -> Optional.of(outcome);
            case Verifying(_, var outcome, _) -> Optional.of(outcome);
            case Rated(_, var outcome, _) -> Optional.of(outcome);
            case Closed(_, var outcome, _) -> Optional.of(outcome);
            case Reported _,
                    Rejected _,
                    Accepted _,
                    Dispatched _,
                    Returned _,
                    InProgress _,
                    Rework _,
                    Merged _,
                    Voided _,
                    Withdrawn _ ->
                    Optional.empty();
        };
    }

    /// The resident's answer, once given.
    default Optional<String> rating() {
        return switch (this) {
            case Rated(_, _, var answer) -> Optional.of(answer);
            case Closed(_, _, var answer) -> answer;
            case Merged(_, var answer) -> answer;
            case Reported _,
                    Rejected _,
                    Accepted _,
                    Dispatched _,
                    Returned _,
                    InProgress _,
                    Handled _,
                    Verifying _,
                    Rework _,
                    Voided _,
                    Withdrawn _ ->
                    Optional.empty();
        };
    }
}
