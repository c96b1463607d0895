package org.huying.matter.loop;

import java.util.Optional;
import org.huying.matter.loop.Decision.Anew;
import org.huying.matter.loop.Decision.Moved;
import org.huying.matter.loop.Decision.Pass;
import org.huying.matter.loop.Decision.Pause;
import org.huying.matter.loop.Decision.Press;
import org.huying.matter.loop.Decision.Refused;
import org.huying.matter.loop.Decision.Run;
import org.huying.matter.loop.Decision.Told;
import org.huying.matter.loop.Decision.Wait;
import org.huying.matter.loop.Decision.Warned;

/// Clocks that stand and run again. What is applied for is [Pleading].
final class Timing {

    private Timing() {}

    static Decision decide(
            Standing at, Command.Timing command, Standard standard, Circumstances now) {
        return switch (command) {
            case Command.Ask ask -> ask(at, ask, standard, now);
            case Command.Answer(var words) ->
                    words.isBlank() ? new Refused(Refusal.WORDS_MISSING) : answered(at);
            case Command.Resume _ -> run(at);
            case Command.Apply apply -> Pleading.apply(at, apply, standard, now);
            case Command.Judging judging -> Pleading.judge(at, judging, standard, now);
            case Command.Retract(var no, _) -> Pleading.retract(at, no, now);
            case Command.Remind(var of, _) ->
                    at.aside().hold().isPresent()
                            ? new Refused(Refusal.ON_HOLD)
                            : new Moved(at.state(), at.aside(), new Pass(of));
            case Command.Reply(_, var words) ->
                    words.isBlank()
                            ? new Refused(Refusal.WORDS_MISSING)
                            : new Moved(at.state(), at.aside());
            case Command.Prompt prompt -> prompt(at, prompt, now);
            case Command.Recount(var dates) -> recount(at, dates);
        };
    }

    private static Decision recount(Standing at, DatesMoved dates) {
        boolean owes = dates.reply().isPresent() && at.aside().reply().isPresent();
        var aside = at.aside().helped(dates.helpers());
        return new Moved(at.state(), owes ? aside.owing(dates.reply()) : aside, new Anew(owes));
    }

    /// The wait for an answer is bounded by the place, once and in number.
    private static Decision ask(
            Standing at, Command.Ask command, Standard standard, Circumstances now) {
        var rules = standard.loop().ask();
        if (at.aside().hold().isPresent()) {
            return new Refused(Refusal.ON_HOLD);
        }
        if (command.words().isBlank()) {
            return new Refused(Refusal.WORDS_MISSING);
        }
        if (!command.until().isAfter(now.now())) {
            return new Refused(Refusal.DATE_IN_PAST);
        }
        if (command.until().isAfter(standard.calendar().due(now.now(), rules.longest()))) {
            return new Refused(Refusal.ASK_TOO_LONG);
        }
        if (at.aside().trail().asks() >= rules.most()) {
            return new Refused(Refusal.ASKED_TOO_OFTEN);
        }
        var hold =
                new Hold(
                        Hold.Kind.ASKED,
                        now.now(),
                        command.until(),
                        command.words(),
                        standard.amber(now.now(), command.until()));
        return held(new Standing(at.state(), at.aside().with(at.aside().trail().asked())), hold);
    }

    static Moved held(Standing at, Hold hold) {
        return new Moved(at.state(), at.aside().held(Optional.of(hold)), new Pause());
    }

    private static Decision prompt(Standing at, Command.Prompt command, Circumstances now) {
        return switch (command.of()) {
            case ANSWER ->
                    at.aside().hold().flatMap(Hold::mark).isPresent()
                            ? new Moved(at.state(), at.aside(), new Wait())
                            : new Refused(Refusal.NOT_ON_HOLD);
            case REPLY ->
                    at.aside().reply().isPresent()
                            ? new Moved(at.state(), at.aside(), new Press(command.light()))
                            : new Refused(Refusal.NOT_OWED);
            case HELP ->
                    at.aside().late(now.now(), Optional.empty()).isEmpty()
                            ? new Refused(Refusal.NOT_OWED)
                            : new Moved(at.state(), at.aside(), new Told(now.now()));
            case SUPERVISION ->
                    at.aside().pressed(at.state()).isPresent()
                            ? new Moved(at.state(), at.aside(), new Warned(now.now()))
                            : new Refused(Refusal.NOT_SUPERVISED);
        };
    }

    /// An answer ends the wait for it, not a suspension that was granted.
    private static Decision answered(Standing at) {
        return at.aside().hold().filter(it -> it.kind() == Hold.Kind.ASKED).isPresent()
                ? run(at)
                : new Refused(Refusal.NOT_ON_HOLD);
    }

    private static Decision run(Standing at) {
        return at.aside().hold().isEmpty()
                ? new Refused(Refusal.NOT_ON_HOLD)
                : new Moved(at.state(), at.aside().held(Optional.empty()), new Run());
    }
}
