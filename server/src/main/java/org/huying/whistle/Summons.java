package org.huying.whistle;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.huying.calendar.Shift;

/// One unit's part in a whistle: its state, its clock, and what has happened on its way.
///
/// @param lead leads the others and submits the result; exactly one of a whistle does
/// @param due until when it must have reported in
/// @param objectBy until when it may object; empty for no limit
record Summons(
        UUID unit,
        boolean lead,
        Instant since,
        Instant due,
        Optional<Instant> objectBy,
        Optional<Squad> squad,
        SummonsState state,
        Marks marks) {

    /// The team (e.g. 综合执法队) through which the unit was called, and who of it was on duty then.
    ///
    /// @param team its key in the playbook
    record Squad(String team, Optional<UUID> person) {}

    /// What stays true whatever follows.
    record Marks(
            Optional<Receipt> receipt,
            Optional<Objection> objection,
            Optional<Miss> miss,
            Optional<Evaluation> evaluation) {

        static final Marks NONE =
                new Marks(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        Marks with(Receipt value) {
            return new Marks(Optional.of(value), objection, miss, evaluation);
        }

        Marks with(Objection value) {
            return new Marks(receipt, Optional.of(value), miss, evaluation);
        }

        Marks with(Miss value) {
            return new Marks(receipt, objection, Optional.of(value), evaluation);
        }

        Marks with(Evaluation value) {
            return new Marks(receipt, objection, miss, Optional.of(value));
        }
    }

    record Receipt(UUID by, Instant at) {}

    record Objection(String reason, Instant at, Optional<Finding> finding) {}

    /// What the arbiter said.
    record Finding(boolean upheld, String words, Instant at) {}

    /// @param above the unit above that was told
    record Miss(Instant at, Optional<UUID> above) {}

    /// The caller's word on the unit (反向评价): response and quality from 1 to 5.
    record Evaluation(int response, int quality, boolean solved, String words) {}

    static Summons fresh(UUID unit, boolean lead, Instant now, Limits limits) {
        return new Summons(
                unit,
                lead,
                now,
                limits.due(),
                limits.objectBy(),
                Optional.empty(),
                new SummonsState.Summoned(),
                Marks.NONE);
    }

    /// The moments a unit is held to.
    record Limits(Instant due, Optional<Instant> objectBy) {}

    /// Under limits that were counted again: those that are still to be kept move, what has passed or was used does not.
    Summons recounted(Limits limits, Instant now) {
        return new Summons(
                unit,
                lead,
                since,
                due(limits, now).map(Shift::due).orElse(due),
                objection(limits, now).map(Shift::due).or(() -> objectBy),
                squad,
                state,
                marks);
    }

    /// When it must have reported in, where that moves. The limit runs on while it objects.
    Optional<Shift> due(Limits limits, Instant now) {
        return Shift.between(Optional.of(due), Optional.of(limits.due()), now)
                .filter(_ -> state.coming());
    }

    /// Until when it may object, where that moves.
    Optional<Shift> objection(Limits limits, Instant now) {
        return Shift.between(objectBy, limits.objectBy(), now)
                .filter(_ -> state.coming() && marks.objection().isEmpty());
    }

    Summons to(SummonsState next) {
        return new Summons(unit, lead, since, due, objectBy, squad, next, marks);
    }

    Summons marked(Marks next) {
        return new Summons(unit, lead, since, due, objectBy, squad, state, next);
    }

    Summons leading(boolean leads) {
        return new Summons(unit, leads, since, due, objectBy, squad, state, marks);
    }

    Summons through(Optional<Squad> value) {
        return new Summons(unit, lead, since, due, objectBy, value, state, marks);
    }

    /// It came, or failed to come: the caller has something to say of it.
    boolean rateable() {
        return state.arrived().isPresent() || marks.miss().isPresent();
    }

    /// What still had to come need not, and who is there leaves.
    Summons ended(Instant now) {
        return state.done()
                ? this
                : to(new SummonsState.Ended(state.arrived(), state.signed(), now));
    }
}
