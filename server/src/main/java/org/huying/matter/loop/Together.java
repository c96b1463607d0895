package org.huying.matter.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.matter.loop.Decision.Moved;
import org.huying.matter.loop.Decision.Refused;

/// Working with others: helping units, consultations, comments, and parts that are split off.
final class Together {

    /// At most so many helpers, consultations, opinions or parts: what a person can still take in.
    static final int MOST = 20;

    private Together() {}

    static Decision decide(Standing at, Command.Together command, Circumstances now) {
        var aside = at.aside();
        return switch (command) {
            case Command.Engage engage -> engage(at, engage, now);
            case Command.Join(var unit) -> assist(at, unit, Assist.Standing.JOINED);
            case Command.Contribute(var unit, var words, _) ->
                    words.isBlank()
                            ? new Refused(Refusal.OUTCOME_MISSING)
                            : assist(at, unit, Assist.Standing.DONE);
            case Command.Decline(var unit, var words) ->
                    words.isBlank()
                            ? new Refused(Refusal.WORDS_MISSING)
                            : assist(at, unit, Assist.Standing.DECLINED);
            case Command.Release(var unit, _) -> assist(at, unit, Assist.Standing.RELEASED);
            case Command.Consult(var units, var topic) -> consult(at, units, topic);
            case Command.Opine(var no, var words) -> opine(at, no, words, now);
            case Command.Conclude(var no, var words) -> conclude(at, no, words);
            case Command.Comment(_, var words) ->
                    words.isBlank()
                            ? new Refused(Refusal.WORDS_MISSING)
                            : new Moved(at.state(), aside);
            case Command.Split(var children, _) ->
                    children.isEmpty() || aside.trail().split() + children.size() > MOST
                            ? new Refused(Refusal.TOO_MANY)
                            : new Moved(
                                    at.state(),
                                    aside.with(aside.trail().splitInto(children.size())));
        };
    }

    private static Decision engage(Standing at, Command.Engage command, Circumstances now) {
        var aside = at.aside();
        if (command.words().isBlank()) {
            return new Refused(Refusal.WORDS_MISSING);
        }
        if (command.due().filter(due -> !due.isAfter(now.now())).isPresent()) {
            return new Refused(Refusal.DATE_IN_PAST);
        }
        var there = aside.assist(command.unit()).filter(it -> it.state().open());
        var leads = at.state().assignment().map(Assignment::unit).filter(command.unit()::equals);
        if (there.isPresent() || leads.isPresent()) {
            return new Refused(Refusal.ASSIST_TWICE);
        }
        if (aside.assists().size() >= MOST) {
            return new Refused(Refusal.TOO_MANY);
        }
        var helper =
                new Assist(
                        command.unit(),
                        Assist.Standing.ASKED,
                        command.words(),
                        command.due(),
                        command.limit().map(it -> new Assist.Given(now.now(), it)));
        return new Moved(at.state(), aside.with(helper));
    }

    private static Decision assist(Standing at, UUID unit, Assist.Standing next) {
        return at.aside()
                .assist(unit)
                .filter(it -> it.state().open() && it.state() != next)
                .<Decision>map(it -> new Moved(at.state(), at.aside().with(it.now(next))))
                .orElseGet(() -> new Refused(Refusal.NO_SUCH_ASSIST));
    }

    private static Decision consult(Standing at, List<UUID> units, String topic) {
        var aside = at.aside();
        if (topic.isBlank()) {
            return new Refused(Refusal.WORDS_MISSING);
        }
        if (aside.consults().size() >= MOST || units.isEmpty() || units.size() > MOST) {
            return new Refused(Refusal.TOO_MANY);
        }
        int no = aside.consults().size() + 1;
        return new Moved(
                at.state(), aside.with(new Consult(no, topic, units, List.of(), Optional.empty())));
    }

    private static Decision opine(Standing at, int no, String words, Circumstances now) {
        var consult = at.aside().openConsult(no).orElse(null);
        if (consult == null) {
            return new Refused(Refusal.CONSULT_MISSING);
        }
        if (words.isBlank()) {
            return new Refused(Refusal.WORDS_MISSING);
        }
        if (consult.opinions().size() >= MOST) {
            return new Refused(Refusal.TOO_MANY);
        }
        var opinions = new ArrayList<>(consult.opinions());
        opinions.add(new Consult.Opinion(now.actor(), words));
        return new Moved(at.state(), at.aside().with(consult.with(opinions, Optional.empty())));
    }

    private static Decision conclude(Standing at, int no, String words) {
        var consult = at.aside().openConsult(no).orElse(null);
        if (consult == null) {
            return new Refused(Refusal.CONSULT_MISSING);
        }
        return words.isBlank()
                ? new Refused(Refusal.WORDS_MISSING)
                : new Moved(
                        at.state(),
                        at.aside().with(consult.with(consult.opinions(), Optional.of(words))));
    }
}
