package org.huying.matter.loop;

import java.util.Optional;
import org.huying.matter.loop.Decision.Moved;
import org.huying.matter.loop.Decision.Refused;
import org.huying.matter.loop.MatterState.Closed;
import org.huying.matter.loop.MatterState.Handled;
import org.huying.matter.loop.MatterState.InProgress;
import org.huying.matter.loop.MatterState.Returned;

/// Who gets it other than by dispatch: up the ladder, by arbitration, at once in an emergency, or nobody because it was
/// handled on the spot.
final class Ladder {

    private Ladder() {}

    static Decision decide(
            Standing at, Command.Ladder command, Standard standard, Circumstances now) {
        var held = at.aside().hold().isPresent();
        return switch (command) {
            case Command.Arbitrate to -> {
                if (!standard.item()) {
                    yield new Refused(Refusal.ITEM_MISSING);
                }
                yield blocked(to.words(), held)
                        .orElseGet(
                                () -> Lifecycle.given(at, to.unit(), to.person(), to.rung(), true));
            }
            case Command.Escalate to ->
                    blocked(to.words(), held).orElseGet(() -> escalate(at, to, standard));
            case Command.Emergency to ->
                    blocked(to.words(), held).orElseGet(() -> emergency(at, to));
            case Command.Document(var words, _) -> document(at, words);
            case Command.Spot spot ->
                    held ? new Refused(Refusal.ON_HOLD) : spot(at, spot, standard, now);
        };
    }

    private static Optional<Decision> blocked(String words, boolean held) {
        if (words.isBlank()) {
            return Optional.of(new Refused(Refusal.WORDS_MISSING));
        }
        return held ? Optional.of(new Refused(Refusal.ON_HOLD)) : Optional.empty();
    }

    /// Up only: who has it cannot win time by giving it to itself or down again.
    private static Decision escalate(Standing at, Command.Escalate to, Standard standard) {
        var hand = at.state().assignment().filter(_ -> !(at.state() instanceof Returned));
        boolean same =
                hand.filter(it -> it.unit().equals(to.unit()) && it.person().equals(to.person()))
                        .isPresent();
        var ladder = standard.loop().ladder();
        int from = at.aside().trail().rung().map(ladder::indexOf).orElse(-1);
        int up = to.rung().map(ladder::indexOf).orElse(-1);
        boolean down = hand.isPresent() && from >= 0 && up >= 0 && up < from;
        return same || down
                ? new Refused(Refusal.NOT_HIGHER)
                : Lifecycle.given(at, to.unit(), to.person(), to.rung(), false);
    }

    private static Decision emergency(Standing at, Command.Emergency to) {
        var aside = at.aside().ledBy(to.unit());
        var given = aside.trail().given(to.unit(), to.rung(), false);
        var marks = aside.marks().urgency(Urgency.EMERGENCY).owed(true);
        return new Moved(
                new InProgress(new Assignment(to.unit(), to.person(), Lifecycle.round(at.state()))),
                aside.with(given).with(marks));
    }

    private static Decision document(Standing at, String words) {
        if (!at.aside().marks().owed()) {
            return new Refused(Refusal.NOT_OWED);
        }
        return words.isBlank()
                ? new Refused(Refusal.WORDS_MISSING)
                : new Moved(at.state(), at.aside().with(at.aside().marks().owed(false)));
    }

    /// What nobody asked for, and nobody will rate, is closed at once where the place says so.
    private static Decision spot(
            Standing at, Command.Spot command, Standard standard, Circumstances now) {
        var rules = standard.loop().spot();
        if (!rules.allowed()) {
            return new Refused(Refusal.SPOT_NOT_ALLOWED);
        }
        if (!standard.item()) {
            return new Refused(Refusal.ITEM_MISSING);
        }
        if (now.openParts() > 0) {
            return new Refused(Refusal.CHILDREN_OPEN);
        }
        var by = new Assignment(command.unit(), Optional.of(command.person()), 1);
        var before = at.aside();
        var marked =
                new Standing(
                        at.state(),
                        before.ledBy(command.unit())
                                .with(before.marks().onTheSpot())
                                .with(
                                        before.trail()
                                                .given(command.unit(), Optional.empty(), false)));
        var done = Lifecycle.handled(marked, by, command, standard, now);
        if (done instanceof Moved(Handled(var who, var outcome), var aside, var clock)
                && rules.closes()
                && !aside.marks().owed()
                && !standard.askable()) {
            return new Moved(
                    new Closed(who, outcome, Optional.empty()),
                    aside.with(aside.asked().closed(now.now(), false)),
                    clock);
        }
        return done;
    }
}
