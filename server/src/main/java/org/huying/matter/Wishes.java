package org.huying.matter;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.matter.loop.Command;
import org.huying.matter.loop.Matter;
import org.huying.matter.loop.MatterState;
import org.huying.matter.loop.MatterState.Accepted;
import org.huying.matter.loop.MatterState.Closed;
import org.huying.matter.loop.MatterState.Dispatched;
import org.huying.matter.loop.MatterState.Handled;
import org.huying.matter.loop.MatterState.InProgress;
import org.huying.matter.loop.MatterState.Merged;
import org.huying.matter.loop.MatterState.Rated;
import org.huying.matter.loop.MatterState.Rejected;
import org.huying.matter.loop.MatterState.Reported;
import org.huying.matter.loop.MatterState.Returned;
import org.huying.matter.loop.MatterState.Rework;
import org.huying.matter.loop.MatterState.Verifying;
import org.huying.matter.loop.MatterState.Voided;
import org.huying.matter.loop.MatterState.Withdrawn;
import org.huying.playbook.PleaKind;
import org.huying.problem.Problem;
import org.springframework.stereotype.Component;

/// Turns what others want of a matter into a step of the loop, taken on what stands now.
@Component
class Wishes {

    private static final int TRIES = 5;

    private final MatterDesk desk;
    private final Matters matters;
    private final RecentMatters recent;

    Wishes(MatterDesk desk, Matters matters, RecentMatters recent) {
        this.desk = desk;
        this.matters = matters;
        this.recent = recent;
    }

    /// The step that a wish is, total over wishes and states; empty where the state does not allow it.
    static Optional<Command> step(Wish wish, MatterState state, String words) {
        return switch (wish) {
            case PRESS -> Optional.of(press(state, words));
            case REDO -> redo(state, words);
            case WITHDRAW ->
                    switch (state) {
                        case Reported _, Accepted _, Dispatched _, Returned _, InProgress _ ->
                                Optional.of(new Command.Withdraw(words));
                        case Rework _ -> Optional.of(new Command.Withdraw(words));
                        case Handled _,
                                Verifying _,
                                Rated _,
                                Closed _,
                                Merged _,
                                Rejected _,
                                Voided _,
                                Withdrawn _ ->
                                Optional.empty();
                    };
        };
    }

    private static Command press(MatterState state, String words) {
        var unit = state.assignment().map(it -> it.unit());
        return new Command.Comment(unit.map(List::of).orElse(List.of()), words);
    }

    private static Optional<Command> redo(MatterState state, String words) {
        return switch (state) {
            case Closed _ -> Optional.of(new Command.Reopen(words));
            case Handled _ -> Optional.of(new Command.Verify(false, false, words, List.of()));
            case Rejected _ ->
                    Optional.of(
                            new Command.Apply(
                                    PleaKind.REJECTION_APPEAL,
                                    "",
                                    Optional.empty(),
                                    Optional.empty(),
                                    words,
                                    List.of()));
            // being worked already: those who do are told
            case Reported _, Accepted _, Dispatched _, Returned _, InProgress _, Rework _ ->
                    Optional.of(press(state, words));
            case Verifying _, Rated _, Merged _, Voided _, Withdrawn _ -> Optional.empty();
        };
    }

    /// Takes the step in the name of `by`, who needs no permission for it; once for each key.
    Wished take(MatterId id, Wish wish, String words, Caller by, UUID key) {
        var passed = new Caller(by.account(), Caller.Kind.SYSTEM, by.name(), List.of());
        for (int i = 0; i < TRIES; i++) {
            var current = matters.find(id);
            if (current.isEmpty()) {
                return Wished.UNKNOWN;
            }
            var command = step(wish, current.get().state(), words);
            if (command.isEmpty()) {
                return Wished.REFUSED;
            }
            var taken = taken(current.get(), command.get(), passed, key);
            if (taken.isPresent()) {
                return taken.get();
            }
            recent.forget(id);
        }
        throw Problem.OVERTAKEN.plain();
    }

    /// Empty when somebody was faster.
    private Optional<Wished> taken(Matter matter, Command command, Caller by, UUID key) {
        var order =
                new MatterDesk.Order(matter.id(), command, by, matter.version(), Optional.of(key));
        return switch (desk.take(order)) {
            case Taken.Done _, Taken.Past _ -> Optional.of(Wished.DONE);
            case Taken.Stale _, Taken.Overtaken _ -> Optional.empty();
            case Taken.Unknown _ -> Optional.of(Wished.UNKNOWN);
            case Taken.KeyReused _ ->
                    Optional.of(Wished.DONE); // it was taken as another step before
            case Taken.Refused _, Taken.Forbidden _, Taken.EvidenceUnknown _ ->
                    Optional.of(Wished.REFUSED);
        };
    }
}
