package org.huying.matter;

import static org.huying.matter.Decision.Refusal.ANSWER_UNKNOWN;
import static org.huying.matter.Decision.Refusal.EVIDENCE_MISSING;
import static org.huying.matter.Decision.Refusal.ITEM_MISSING;
import static org.huying.matter.Decision.Refusal.OUTCOME_MISSING;
import static org.huying.matter.Decision.Refusal.RATING_MISSING;
import static org.huying.matter.Decision.Refusal.REASON_MISSING;
import static org.huying.matter.Decision.Refusal.REASON_UNKNOWN;
import static org.huying.matter.Decision.Refusal.WRONG_STATE;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.huying.matter.Decision.Moved;
import org.huying.matter.Decision.Refused;
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

/// The closed loop as one pure machine: which step may follow which state, and what stands in its way.
final class Lifecycle {

    private Lifecycle() {}

    /// The answer to `command` for a matter in `state`, under the playbook's `standard`.
    static Decision decide(MatterState state, Command command, Standard standard) {
        if (!steps(state).contains(command.act())) {
            return new Refused(WRONG_STATE);
        }
        return switch (command) {
            case Command.Accept _ -> new Moved(new Accepted());
            case Command.Reject(var reason, _) -> reject(reason, standard);
            case Command.Classify _, Command.Locate _ -> new Moved(state);
            case Command.Dispatch(var unit, var person, _) ->
                    standard.item()
                            ? new Moved(new Dispatched(new Assignment(unit, person, round(state))))
                            : new Refused(ITEM_MISSING);
            case Command.Acknowledge _ -> new Moved(new InProgress(inHand(state)));
            case Command.Return(var reason) ->
                    reason.isBlank()
                            ? new Refused(REASON_MISSING)
                            : new Moved(new Returned(inHand(state), reason));
            case Command.Handle handle -> handle(state, handle, standard);
            case Command.Verify verify -> verify(state, verify, standard);
            case Command.Rate(var answer, _) -> rate(state, answer, standard);
            case Command.Unreached _ -> unreached(state);
            case Command.Close _ -> close(state, standard);
        };
    }

    /// The acts the machine allows in a state; conditions such as missing photos are judged by `decide`.
    static Set<Act> steps(MatterState state) {
        return switch (state) {
            case Reported _ -> EnumSet.of(Act.ACCEPT, Act.REJECT, Act.CLASSIFY, Act.LOCATE);
            case Accepted _ -> EnumSet.of(Act.DISPATCH, Act.REJECT, Act.CLASSIFY, Act.LOCATE);
            case Dispatched _ -> EnumSet.of(Act.ACKNOWLEDGE, Act.RETURN, Act.DISPATCH);
            case Returned _ -> EnumSet.of(Act.DISPATCH, Act.REJECT, Act.CLASSIFY, Act.LOCATE);
            case InProgress _ -> EnumSet.of(Act.HANDLE, Act.RETURN);
            case Handled _ -> EnumSet.of(Act.VERIFY);
            case Verifying _ -> EnumSet.of(Act.RATE, Act.UNREACHED, Act.CLOSE);
            case Rework _ -> EnumSet.of(Act.ACKNOWLEDGE, Act.DISPATCH);
            case Rated _ -> EnumSet.of(Act.CLOSE);
            case Rejected _, Closed _ -> EnumSet.noneOf(Act.class);
        };
    }

    private static Decision reject(String reason, Standard standard) {
        return standard.rejections().contains(reason)
                ? new Moved(new Rejected(reason))
                : new Refused(REASON_UNKNOWN);
    }

    private static Decision handle(MatterState state, Command.Handle command, Standard standard) {
        if (command.outcome().isBlank()) {
            return new Refused(OUTCOME_MISSING);
        }
        return standard.proven(Act.HANDLE, command.evidence())
                ? new Moved(new Handled(inHand(state), command.outcome()))
                : new Refused(EVIDENCE_MISSING);
    }

    private static Decision verify(MatterState state, Command.Verify command, Standard standard) {
        if (!(state instanceof Handled(var by, var outcome))) {
            return new Refused(WRONG_STATE);
        }
        if (!command.passed()) {
            return command.note().isBlank()
                    ? new Refused(REASON_MISSING)
                    : new Moved(new Rework(by.again(), command.note()));
        }
        return standard.proven(Act.VERIFY, command.evidence())
                ? new Moved(new Verifying(by, outcome, 0))
                : new Refused(EVIDENCE_MISSING);
    }

    private static Decision rate(MatterState state, String answer, Standard standard) {
        if (!(state instanceof Verifying(var by, var outcome, _))) {
            return new Refused(WRONG_STATE);
        }
        var solved = standard.solved().get(answer);
        if (solved == null) {
            return new Refused(ANSWER_UNKNOWN);
        }
        return new Moved(solved ? new Rated(by, outcome, answer) : new Rework(by.again(), answer));
    }

    private static Decision unreached(MatterState state) {
        return state instanceof Verifying(var by, var outcome, var unreached)
                ? new Moved(new Verifying(by, outcome, unreached + 1))
                : new Refused(WRONG_STATE);
    }

    private static Decision close(MatterState state, Standard standard) {
        return switch (state) {
            case Rated(var by, var outcome, var answer) ->
                    new Moved(new Closed(by, outcome, Optional.of(answer)));
            case Verifying(var by, var outcome, var unreached)
                    when !standard.ratingRequired() || unreached >= standard.ratingAttempts() ->
                    new Moved(new Closed(by, outcome, Optional.empty()));
            case Verifying _ -> new Refused(RATING_MISSING);
            case Reported _,
                    Rejected _,
                    Accepted _,
                    Dispatched _,
                    Returned _,
                    InProgress _,
                    Handled _,
                    Rework _,
                    Closed _ ->
                    new Refused(WRONG_STATE);
        };
    }

    private static int round(MatterState state) {
        return state.assignment().map(Assignment::round).orElse(1);
    }

    private static Assignment inHand(MatterState state) {
        return state.assignment()
                .orElseThrow(() -> new IllegalStateException("Nobody has it in hand: " + state));
    }
}
