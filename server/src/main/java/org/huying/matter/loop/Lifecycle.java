package org.huying.matter.loop;

import java.util.Optional;
import java.util.UUID;
import org.huying.matter.Act;
import org.huying.matter.StateName;
import org.huying.matter.loop.Decision.Moved;
import org.huying.matter.loop.Decision.Refused;
import org.huying.matter.loop.MatterState.Accepted;
import org.huying.matter.loop.MatterState.Dispatched;
import org.huying.matter.loop.MatterState.Handled;
import org.huying.matter.loop.MatterState.InProgress;
import org.huying.matter.loop.MatterState.Merged;
import org.huying.matter.loop.MatterState.Rejected;
import org.huying.matter.loop.MatterState.Returned;
import org.huying.matter.loop.MatterState.Verifying;

/// The closed loop as one pure machine: the answer to every command. Which act may follow which state is the table in
/// [Transitions]; what else may stand in the way is judged here, on the main line, and in the classes named after the
/// other groups of commands.
public final class Lifecycle {

    private Lifecycle() {}

    /// The answer to `command` for a matter that stands like this, under the playbook's `standard`.
    public static Decision decide(
            Standing at, Command command, Standard standard, Circumstances circumstances) {
        if (!Transitions.acts(StateName.of(at.state())).contains(command.act())) {
            return new Refused(Refusal.WRONG_STATE);
        }
        return ended(replied(command, group(at, command, standard, circumstances)));
    }

    /// Whoever asked has had his reply: in words, by a question, by the outcome he is asked about, or because it is over.
    /// What was merged still owes him one.
    private static Decision replied(Command command, Decision decision) {
        return decision instanceof Moved(var next, var aside, var clock)
                        && aside.reply().isPresent()
                        && (command instanceof Command.Reply
                                || command instanceof Command.Ask
                                || command instanceof Command.Rate
                                || next instanceof Verifying
                                || !(next.open() || next instanceof Merged))
                ? new Moved(next, aside.owing(Optional.empty()), clock)
                : decision;
    }

    /// Nothing holds the clock of what has ended, and nobody helps any more.
    private static Decision ended(Decision decision) {
        return decision instanceof Moved(var next, var aside, var clock) && !next.open()
                ? new Moved(next, aside.ended(), clock)
                : decision;
    }

    private static Decision group(
            Standing at, Command command, Standard standard, Circumstances circumstances) {
        return switch (command) {
            case Command.MainLine main -> mainLine(at, main, standard, circumstances);
            case Command.Ladder ladder -> Ladder.decide(at, ladder, standard, circumstances);
            case Command.Aftercare after -> Aftercare.decide(at, after, standard, circumstances);
            case Command.Together together -> Together.decide(at, together, circumstances);
            case Command.Timing timing -> Timing.decide(at, timing, standard, circumstances);
            case Command.Above above -> FromAbove.decide(at, above, standard, circumstances);
            case Command.Kinship kin -> Kinship.decide(at, kin, circumstances);
        };
    }

    private static Decision mainLine(
            Standing at, Command.MainLine command, Standard standard, Circumstances now) {
        var state = at.state();
        var aside = at.aside();
        return switch (command) {
            case Command.Accept _ -> new Moved(new Accepted(), aside);
            case Command.Reject(var reason, _) -> reject(aside, reason, standard, now);
            case Command.Classify _, Command.Locate _, Command.Fill _ -> new Moved(state, aside);
            case Command.Dispatch dispatch -> dispatch(at, dispatch, standard);
            case Command.Acknowledge _ ->
                    aside.hold().isPresent()
                            ? new Refused(Refusal.ON_HOLD)
                            : new Moved(new InProgress(inHand(state)), aside);
            case Command.Return giveBack -> giveBack(at, giveBack, standard, now);
            case Command.Handle handle -> handle(at, handle, standard, now);
            case Command.Verify verify -> Aftercare.verify(at, verify, standard, now);
            case Command.Rate rate -> Aftercare.rate(at, rate, standard, now);
            case Command.Close _ -> Aftercare.close(at, standard, now);
        };
    }

    private static Decision reject(
            Aside aside, String reason, Standard standard, Circumstances now) {
        if (!standard.rejections().contains(reason)) {
            return new Refused(Refusal.REASON_UNKNOWN);
        }
        return now.master()
                ? new Refused(Refusal.OTHERS_MERGED)
                : new Moved(new Rejected(reason), aside);
    }

    private static Decision dispatch(Standing at, Command.Dispatch to, Standard standard) {
        if (!standard.item()) {
            return new Refused(Refusal.ITEM_MISSING);
        }
        return at.aside().hold().isPresent()
                ? new Refused(Refusal.ON_HOLD)
                : given(at, to.unit(), to.person(), to.rung(), false);
    }

    /// In the hands of another unit, which still has to acknowledge it.
    static Moved given(
            Standing at, UUID unit, Optional<UUID> person, Optional<String> rung, boolean fixed) {
        var to = new Assignment(unit, person, round(at.state()));
        return new Moved(
                new Dispatched(to),
                at.aside().ledBy(unit).with(at.aside().trail().given(unit, rung, fixed)),
                new Decision.Begin());
    }

    private static Decision giveBack(
            Standing at, Command.Return command, Standard standard, Circumstances now) {
        var aside = at.aside();
        var rules = standard.loop().returns();
        if (command.words().isBlank()) {
            return new Refused(Refusal.WORDS_MISSING);
        }
        if (aside.hold().isPresent()) {
            return new Refused(Refusal.ON_HOLD);
        }
        if (aside.trail().fixed()) {
            return new Refused(Refusal.FIXED);
        }
        if (aside.trail().returns() >= rules.most()) {
            return new Refused(Refusal.RETURNED_TOO_OFTEN);
        }
        if (standard.passed(rules.within(), now.since(), now.now())) {
            return new Refused(Refusal.RETURN_TOO_LATE);
        }
        return new Moved(
                new Returned(inHand(at.state()), command.words()),
                aside.with(aside.trail().returned()));
    }

    private static Decision handle(
            Standing at, Command.Handle command, Standard standard, Circumstances now) {
        if (at.aside().hold().isPresent()) {
            return new Refused(Refusal.ON_HOLD);
        }
        if (!at.aside().helping().isEmpty()) {
            return new Refused(Refusal.ASSIST_OPEN);
        }
        if (now.openParts() > 0) {
            return new Refused(Refusal.CHILDREN_OPEN);
        }
        return handled(at, inHand(at.state()), command, standard, now);
    }

    /// The work is done, as the words say and the proof shows.
    static <C extends Command & Command.Worded> Decision handled(
            Standing at, Assignment by, C command, Standard standard, Circumstances now) {
        if (command.words().isBlank()) {
            return new Refused(Refusal.OUTCOME_MISSING);
        }
        if (!standard.proven(Act.HANDLE, command.proof())) {
            return new Refused(Refusal.EVIDENCE_MISSING);
        }
        return new Moved(
                new Handled(by, command.words()),
                at.aside().with(at.aside().trail().handledBy(now.actor())));
    }

    static int round(MatterState state) {
        return state.assignment().map(Assignment::round).orElse(1);
    }

    static Assignment inHand(MatterState state) {
        return state.assignment()
                .orElseThrow(() -> new IllegalStateException("Nobody has it in hand: " + state));
    }
}
