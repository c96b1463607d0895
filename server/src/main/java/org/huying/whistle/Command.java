package org.huying.whistle;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What somebody asks to be done to a whistle that exists. `unit` is the summoned unit it is about.
sealed interface Command {

    record Receive(UUID unit, UUID by) implements Command {}

    /// Whether it is late is the machine's to say, not the arrival's.
    record CheckIn(UUID unit, SummonsState.Arrival arrival) implements Command {}

    /// Not our duty.
    record RaiseObjection(UUID unit, String reason) implements Command {}

    /// The arbiter's word, which is final.
    ///
    /// @param instead who takes the unit's part when it is released; needed for the lead
    record Arbitrate(UUID unit, boolean upheld, String words, Optional<Successor> instead)
            implements Command {}

    /// Writes the joint record, or writes it anew: then everybody signs again.
    record WriteRecord(UUID unit, String text) implements Command {}

    /// One person signs for his unit.
    ///
    /// @param revision of the record that was read
    record Sign(UUID unit, int revision, SummonsState.Signature signature) implements Command {}

    record Submit(UUID unit, String outcome) implements Command {}

    record Leave(UUID unit) implements Command {}

    /// The caller lets a unit go, or does without it.
    record Release(UUID unit, String words, Optional<Successor> instead) implements Command {}

    record Evaluate(Map<UUID, Summons.Evaluation> units) implements Command {}

    record Close(String words) implements Command {}

    record Withdraw(String reason) implements Command {}

    /// The limit has passed without a check-in; `above` is told.
    record Miss(UUID unit, Optional<UUID> above) implements Command {}

    /// The days have changed: the limits that a unit is held to now.
    record Recount(UUID unit, Summons.Limits limits) implements Command {}

    /// A unit that takes another's part: one that is summoned already, or a new one with limits of its own.
    record Successor(UUID unit, Summons.Limits limits) {}

    default WhistleAct act() {
        return switch (this) {
            case Receive _ -> WhistleAct.RECEIVE;
            case CheckIn _ -> WhistleAct.CHECK_IN;
            case RaiseObjection _ -> WhistleAct.OBJECT;
            case Arbitrate _ -> WhistleAct.ARBITRATE;
            case WriteRecord _ -> WhistleAct.RECORD;
            case Sign _ -> WhistleAct.SIGN;
            case Submit _ -> WhistleAct.SUBMIT;
            case Leave _ -> WhistleAct.LEAVE;
            case Release _ -> WhistleAct.RELEASE;
            case Evaluate _ -> WhistleAct.EVALUATE;
            case Close _ -> WhistleAct.CLOSE;
            case Withdraw _ -> WhistleAct.WITHDRAW;
            case Miss _ -> WhistleAct.MISS;
            case Recount _ -> WhistleAct.RECOUNT;
        };
    }

    /// The summoned unit it is about, if it is about one.
    default Optional<UUID> about() {
        return switch (this) {
            case Receive(var unit, _) -> Optional.of(unit);
            case CheckIn(var unit, _) -> Optional.of(unit);
            case RaiseObjection(var unit, _) -> Optional.of(unit);
            case Arbitrate(var unit, _, _, _) -> Optional.of(unit);
            case WriteRecord(var unit, _) -> Optional.of(unit);
            case Sign(var unit, _, _) -> Optional.of(unit);
            case Submit(var unit, _) -> Optional.of(unit);
            case Leave(var unit) -> Optional.of(unit);
            case Release(var unit, _, _) -> Optional.of(unit);
            case Miss(var unit, _) -> Optional.of(unit);
            case Recount(var unit, _) -> Optional.of(unit);
            case Evaluate _, Close _, Withdraw _ -> Optional.empty();
        };
    }
}
