package org.huying.whistle;

import static org.huying.whistle.Decision.Refusal.LEAD_NEEDED;
import static org.huying.whistle.Decision.Refusal.NOTHING_MOVES;
import static org.huying.whistle.Decision.Refusal.NOT_YET_DUE;
import static org.huying.whistle.Decision.Refusal.OBJECTION_DECIDED;
import static org.huying.whistle.Decision.Refusal.OBJECTION_LATE;
import static org.huying.whistle.Decision.Refusal.PHOTO_MISSING;
import static org.huying.whistle.Decision.Refusal.PLACE_MISSING;
import static org.huying.whistle.Decision.Refusal.REASON_MISSING;
import static org.huying.whistle.Decision.Refusal.SUCCESSOR_UNFIT;
import static org.huying.whistle.Decision.Refusal.WRONG_STATE;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huying.whistle.Command.Successor;
import org.huying.whistle.Decision.Moved;
import org.huying.whistle.Decision.Refused;
import org.huying.whistle.Summons.Finding;
import org.huying.whistle.Summons.Marks;
import org.huying.whistle.Summons.Miss;
import org.huying.whistle.Summons.Objection;
import org.huying.whistle.Summons.Receipt;
import org.huying.whistle.SummonsState.Arrival;
import org.huying.whistle.SummonsState.CheckedIn;
import org.huying.whistle.SummonsState.Denied;
import org.huying.whistle.SummonsState.Ended;
import org.huying.whistle.SummonsState.Missed;
import org.huying.whistle.SummonsState.Objected;
import org.huying.whistle.SummonsState.Received;
import org.huying.whistle.SummonsState.Summoned;
import org.huying.whistle.SummonsState.Upheld;
import org.huying.whistle.WhistleState.Blown;
import org.huying.whistle.WhistleState.InProgress;

/// The machine's part about one unit: it receives, comes, objects, stays away, leaves. While a whistle runs there is
/// always exactly one lead of whom something is still expected.
final class Attendance {

    /// So many units can be in one whistle, replaced ones counted.
    static final int MOST_UNITS = 20;

    private Attendance() {}

    /// The acts that a unit's state allows.
    static Set<WhistleAct> steps(SummonsState state) {
        return switch (state) {
            case Summoned _ ->
                    EnumSet.of(
                            WhistleAct.RECEIVE,
                            WhistleAct.CHECK_IN,
                            WhistleAct.OBJECT,
                            WhistleAct.RELEASE,
                            WhistleAct.MISS,
                            WhistleAct.RECOUNT);
            case Received _ ->
                    EnumSet.of(
                            WhistleAct.CHECK_IN,
                            WhistleAct.OBJECT,
                            WhistleAct.RELEASE,
                            WhistleAct.MISS,
                            WhistleAct.RECOUNT);
            case Objected _ ->
                    EnumSet.of(
                            WhistleAct.CHECK_IN,
                            WhistleAct.ARBITRATE,
                            WhistleAct.RELEASE,
                            WhistleAct.RECOUNT);
            case Denied _ ->
                    EnumSet.of(
                            WhistleAct.CHECK_IN,
                            WhistleAct.RELEASE,
                            WhistleAct.MISS,
                            WhistleAct.RECOUNT);
            case Missed _ -> EnumSet.of(WhistleAct.CHECK_IN, WhistleAct.RELEASE);
            case CheckedIn _ ->
                    EnumSet.of(
                            WhistleAct.RECORD,
                            WhistleAct.SIGN,
                            WhistleAct.SUBMIT,
                            WhistleAct.LEAVE,
                            WhistleAct.RELEASE);
            case Upheld _, Ended _ -> EnumSet.noneOf(WhistleAct.class);
        };
    }

    static Decision decide(Standing standing, Summons one, Command command, Instant now) {
        return switch (command) {
            case Command.Receive(_, var by) ->
                    moved(
                            standing,
                            one.to(new Received()).marked(one.marks().with(new Receipt(by, now))));
            case Command.CheckIn(_, var arrival) -> checkIn(standing, one, arrival, now);
            case Command.RaiseObjection(_, var reason) -> object(standing, one, reason, now);
            case Command.Arbitrate arbitrate -> arbitrate(standing, one, arbitrate, now);
            case Command.Release(_, var words, var instead) ->
                    words.isBlank()
                            ? new Refused(REASON_MISSING)
                            : replace(standing, one, one.ended(now), instead, now);
            case Command.Leave _ -> moved(standing, one.ended(now));
            case Command.Miss(_, var above) -> miss(standing, one, above, now);
            case Command.Recount(_, var limits) -> recount(standing, one, limits, now);
            case Command.WriteRecord _,
                    Command.Sign _,
                    Command.Submit _,
                    Command.Evaluate _,
                    Command.Close _,
                    Command.Withdraw _ ->
                    new Refused(WRONG_STATE);
        };
    }

    private static Decision checkIn(Standing standing, Summons one, Arrival said, Instant now) {
        if (said.place().isBlank() && said.point().isEmpty()) {
            return new Refused(PLACE_MISSING);
        }
        if (said.photos().isEmpty()) {
            return new Refused(PHOTO_MISSING);
        }
        var arrival =
                new Arrival(
                        said.by(),
                        said.name(),
                        now,
                        said.place(),
                        said.point(),
                        said.photos(),
                        now.isAfter(one.due()));
        var there = one.to(new CheckedIn(arrival, Optional.empty()));
        var marks = there.marks();
        var begun =
                standing.state() instanceof Blown
                        ? standing.in(new InProgress(Optional.empty()))
                        : standing;
        return moved(
                begun,
                marks.receipt().isPresent()
                        ? there
                        : there.marked(marks.with(new Receipt(said.by(), now))));
    }

    private static Decision object(Standing standing, Summons one, String reason, Instant now) {
        if (reason.isBlank()) {
            return new Refused(REASON_MISSING);
        }
        if (one.marks().objection().isPresent()) {
            return new Refused(OBJECTION_DECIDED);
        }
        if (one.objectBy().filter(now::isAfter).isPresent()) {
            return new Refused(OBJECTION_LATE);
        }
        var objection = new Objection(reason, now, Optional.empty());
        return moved(standing, one.to(new Objected()).marked(one.marks().with(objection)));
    }

    private static Decision arbitrate(
            Standing standing, Summons one, Command.Arbitrate command, Instant now) {
        if (command.words().isBlank()) {
            return new Refused(REASON_MISSING);
        }
        var finding = new Finding(command.upheld(), command.words(), now);
        var marks = found(one.marks(), finding);
        return command.upheld()
                ? replace(standing, one, one.to(new Upheld()).marked(marks), command.instead(), now)
                : moved(standing, one.to(new Denied()).marked(marks));
    }

    private static Marks found(Marks marks, Finding finding) {
        return marks.objection()
                .map(it -> marks.with(new Objection(it.reason(), it.at(), Optional.of(finding))))
                .orElse(marks);
    }

    private static Decision miss(
            Standing standing, Summons one, Optional<UUID> above, Instant now) {
        return now.isAfter(one.due())
                ? moved(
                        standing,
                        one.to(new Missed()).marked(one.marks().with(new Miss(now, above))))
                : new Refused(NOT_YET_DUE);
    }

    private static Decision recount(
            Standing standing, Summons one, Summons.Limits limits, Instant now) {
        var after = one.recounted(limits, now);
        return after.equals(one) ? new Refused(NOTHING_MOVES) : moved(standing, after);
    }

    /// `gone` is the unit as it leaves; its part goes to `instead`. A lead never goes without somebody taking over.
    private static Decision replace(
            Standing standing,
            Summons one,
            Summons gone,
            Optional<Successor> instead,
            Instant now) {
        var after = standing.with(gone.leading(false));
        if (instead.isEmpty()) {
            return one.lead() ? new Refused(LEAD_NEEDED) : new Moved(standing.with(gone));
        }
        var unit = instead.get().unit();
        var there = after.of(unit);
        if (there.isPresent()) {
            var state = there.get().state();
            boolean fit = one.lead() && !state.done() && !(state instanceof Objected);
            return fit
                    ? new Moved(after.with(there.get().leading(true)))
                    : new Refused(SUCCESSOR_UNFIT);
        }
        if (after.summons().size() >= MOST_UNITS) {
            return new Refused(SUCCESSOR_UNFIT);
        }
        var all = new ArrayList<>(after.summons());
        all.add(Summons.fresh(unit, one.lead(), now, instead.get().limits()));
        return new Moved(new Standing(after.state(), all));
    }

    private static Decision moved(Standing standing, Summons changed) {
        return new Moved(standing.with(changed));
    }
}
