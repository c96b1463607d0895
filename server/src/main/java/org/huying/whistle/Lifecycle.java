package org.huying.whistle;

import static org.huying.whistle.Decision.Refusal.EVALUATION_MISSING;
import static org.huying.whistle.Decision.Refusal.EVALUATION_UNFIT;
import static org.huying.whistle.Decision.Refusal.NOT_EVALUATED_HERE;
import static org.huying.whistle.Decision.Refusal.NOT_SUMMONED;
import static org.huying.whistle.Decision.Refusal.NOT_THE_LEAD;
import static org.huying.whistle.Decision.Refusal.OUTCOME_MISSING;
import static org.huying.whistle.Decision.Refusal.REASON_MISSING;
import static org.huying.whistle.Decision.Refusal.RECORD_CHANGED;
import static org.huying.whistle.Decision.Refusal.RECORD_MISSING;
import static org.huying.whistle.Decision.Refusal.SIGNATURE_MISSING;
import static org.huying.whistle.Decision.Refusal.WORK_UNFINISHED;
import static org.huying.whistle.Decision.Refusal.WRONG_STATE;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huying.whistle.Decision.Moved;
import org.huying.whistle.Decision.Refused;
import org.huying.whistle.SummonsState.CheckedIn;
import org.huying.whistle.WhistleState.Blown;
import org.huying.whistle.WhistleState.Closed;
import org.huying.whistle.WhistleState.Evaluated;
import org.huying.whistle.WhistleState.InProgress;
import org.huying.whistle.WhistleState.JointRecord;
import org.huying.whistle.WhistleState.Result;
import org.huying.whistle.WhistleState.ResultSubmitted;
import org.huying.whistle.WhistleState.Withdrawn;

/// Whistle and report as one pure machine: which step may follow which state, and what stands in its way. How a unit comes
/// or stays away is in [Attendance].
final class Lifecycle {

    private static final int BEST = 5;

    private Lifecycle() {}

    /// The answer to `command` at `now`.
    ///
    /// @param evaluated whether the caller rates those who came before it may be closed
    static Decision decide(Standing standing, Command command, boolean evaluated, Instant now) {
        if (command instanceof Command.Leave && standing.state() instanceof InProgress) {
            return new Refused(WORK_UNFINISHED);
        }
        if (!steps(standing.state()).contains(command.act())) {
            return new Refused(WRONG_STATE);
        }
        return command.about()
                .map(unit ->
                        standing.of(unit)
                                .map(one -> about(standing, one, command, now))
                                .orElse(new Refused(NOT_SUMMONED)))
                .orElseGet(() -> whole(standing, command, evaluated, now));
    }

    /// The acts that a whistle's state allows, whichever unit they are about.
    static Set<WhistleAct> steps(WhistleState state) {
        return switch (state) {
            case Blown _ ->
                    EnumSet.of(
                            WhistleAct.RECEIVE,
                            WhistleAct.CHECK_IN,
                            WhistleAct.OBJECT,
                            WhistleAct.ARBITRATE,
                            WhistleAct.RELEASE,
                            WhistleAct.WITHDRAW,
                            WhistleAct.MISS,
                            WhistleAct.RECOUNT);
            case InProgress _ ->
                    EnumSet.of(
                            WhistleAct.RECEIVE,
                            WhistleAct.CHECK_IN,
                            WhistleAct.OBJECT,
                            WhistleAct.ARBITRATE,
                            WhistleAct.RELEASE,
                            WhistleAct.MISS,
                            WhistleAct.RECOUNT,
                            WhistleAct.RECORD,
                            WhistleAct.SIGN,
                            WhistleAct.SUBMIT);
            case ResultSubmitted _ ->
                    EnumSet.of(WhistleAct.LEAVE, WhistleAct.EVALUATE, WhistleAct.CLOSE);
            case Evaluated _ -> EnumSet.of(WhistleAct.LEAVE, WhistleAct.CLOSE);
            case Closed _, Withdrawn _ -> EnumSet.noneOf(WhistleAct.class);
        };
    }

    /// Whether a step about the whole is worth offering: only words may still be wrong.
    static boolean ready(Standing standing, WhistleAct act, boolean evaluated) {
        return steps(standing.state()).contains(act)
                && switch (act) {
                    case EVALUATE -> evaluated;
                    case CLOSE -> !evaluated || standing.state() instanceof Evaluated;
                    case WITHDRAW -> true;
                    case BLOW,
                            RECEIVE,
                            CHECK_IN,
                            OBJECT,
                            ARBITRATE,
                            RECORD,
                            SIGN,
                            SUBMIT,
                            LEAVE,
                            RELEASE,
                            MISS,
                            RECOUNT ->
                            false;
                };
    }

    /// Whether a step about one unit is worth offering.
    static boolean ready(Standing standing, Summons one, WhistleAct act) {
        return steps(standing.state()).contains(act)
                && Attendance.steps(one.state()).contains(act)
                && switch (act) {
                    case OBJECT -> one.marks().objection().isEmpty();
                    case SIGN ->
                            standing.state().joint().isPresent() && one.state().signed().isEmpty();
                    case SUBMIT ->
                            standing.state().joint().isPresent() && standing.unsigned().isEmpty();
                    case RECEIVE, CHECK_IN, ARBITRATE, RECORD, LEAVE, RELEASE -> true;
                    case BLOW, WITHDRAW, EVALUATE, CLOSE, MISS, RECOUNT -> false;
                };
    }

    private static Decision about(Standing standing, Summons one, Command command, Instant now) {
        if (!Attendance.steps(one.state()).contains(command.act())) {
            return new Refused(WRONG_STATE);
        }
        return switch (command) {
            case Command.WriteRecord(_, var text) -> write(standing, one, text);
            case Command.Sign sign -> sign(standing, one, sign);
            case Command.Submit(_, var outcome) -> submit(standing, one, outcome, now);
            case Command.Receive _,
                    Command.CheckIn _,
                    Command.RaiseObjection _,
                    Command.Arbitrate _,
                    Command.Leave _,
                    Command.Release _,
                    Command.Miss _,
                    Command.Recount _,
                    Command.Evaluate _,
                    Command.Close _,
                    Command.Withdraw _ ->
                    Attendance.decide(standing, one, command, now);
        };
    }

    private static Decision whole(
            Standing standing, Command command, boolean evaluated, Instant now) {
        return switch (command) {
            case Command.Withdraw(var reason) ->
                    reason.isBlank()
                            ? new Refused(REASON_MISSING)
                            : new Moved(
                                    standing.in(new Withdrawn(reason)).each(it -> it.ended(now)));
            case Command.Evaluate(var units) ->
                    evaluated ? evaluate(standing, units) : new Refused(NOT_EVALUATED_HERE);
            case Command.Close _ -> close(standing, evaluated, now);
            case Command.Receive _,
                    Command.CheckIn _,
                    Command.RaiseObjection _,
                    Command.Arbitrate _,
                    Command.WriteRecord _,
                    Command.Sign _,
                    Command.Submit _,
                    Command.Leave _,
                    Command.Release _,
                    Command.Miss _,
                    Command.Recount _ ->
                    new Refused(WRONG_STATE);
        };
    }

    private static Decision write(Standing standing, Summons one, String text) {
        if (!one.lead()) {
            return new Refused(NOT_THE_LEAD);
        }
        if (text.isBlank()) {
            return new Refused(RECORD_MISSING);
        }
        int revision = standing.state().joint().map(JointRecord::revision).orElse(0) + 1;
        return new Moved(
                standing.in(new InProgress(Optional.of(new JointRecord(revision, text))))
                        .each(Lifecycle::unsigned));
    }

    private static Summons unsigned(Summons summons) {
        return summons.state() instanceof CheckedIn(var arrival, _)
                ? summons.to(new CheckedIn(arrival, Optional.empty()))
                : summons;
    }

    private static Decision sign(Standing standing, Summons one, Command.Sign sign) {
        var record = standing.state().joint();
        if (record.isEmpty()) {
            return new Refused(RECORD_MISSING);
        }
        if (record.get().revision() != sign.revision()) {
            return new Refused(RECORD_CHANGED);
        }
        return one.state() instanceof CheckedIn(var arrival, var before) && before.isEmpty()
                ? new Moved(
                        standing.with(
                                one.to(new CheckedIn(arrival, Optional.of(sign.signature())))))
                : new Refused(WRONG_STATE);
    }

    /// The lead's word that the work is done. Whoever is not there by now need not come any more.
    private static Decision submit(Standing standing, Summons one, String outcome, Instant now) {
        if (!one.lead()) {
            return new Refused(NOT_THE_LEAD);
        }
        var record = standing.state().joint();
        if (record.isEmpty()) {
            return new Refused(RECORD_MISSING);
        }
        if (!standing.unsigned().isEmpty()) {
            return new Refused(SIGNATURE_MISSING);
        }
        if (outcome.isBlank()) {
            return new Refused(OUTCOME_MISSING);
        }
        return new Moved(
                standing.in(new ResultSubmitted(new Result(record.get(), outcome)))
                        .each(it -> it.state().present() ? it : it.ended(now)));
    }

    private static Decision evaluate(Standing standing, Map<UUID, Summons.Evaluation> units) {
        var asked =
                standing.summons().stream()
                        .filter(Summons::rateable)
                        .map(Summons::unit)
                        .collect(Collectors.toSet());
        if (!asked.equals(units.keySet()) || !units.values().stream().allMatch(Lifecycle::fits)) {
            return new Refused(EVALUATION_UNFIT);
        }
        return standing.state() instanceof ResultSubmitted(var result)
                ? new Moved(standing.in(new Evaluated(result)).each(it -> rated(it, units)))
                : new Refused(WRONG_STATE);
    }

    private static Summons rated(Summons summons, Map<UUID, Summons.Evaluation> units) {
        return Optional.ofNullable(units.get(summons.unit()))
                .map(it -> summons.marked(summons.marks().with(it)))
                .orElse(summons);
    }

    private static boolean fits(Summons.Evaluation evaluation) {
        return evaluation.response() >= 1
                && evaluation.response() <= BEST
                && evaluation.quality() >= 1
                && evaluation.quality() <= BEST;
    }

    private static Decision close(Standing standing, boolean evaluated, Instant now) {
        return switch (standing.state()) {
            case ResultSubmitted(var result) ->
                    evaluated
                            ? new Refused(EVALUATION_MISSING)
                            : new Moved(standing.in(new Closed(result)).each(it -> it.ended(now)));
            case Evaluated(var result) ->
                    new Moved(standing.in(new Closed(result)).each(it -> it.ended(now)));
            case Blown _, InProgress _, Closed _, Withdrawn _ -> new Refused(WRONG_STATE);
        };
    }
}
