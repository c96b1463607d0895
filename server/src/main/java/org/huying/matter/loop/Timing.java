package org.huying.matter.loop;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.huying.matter.loop.Decision.Anew;
import org.huying.matter.loop.Decision.Extend;
import org.huying.matter.loop.Decision.Moved;
import org.huying.matter.loop.Decision.Pass;
import org.huying.matter.loop.Decision.Pause;
import org.huying.matter.loop.Decision.Press;
import org.huying.matter.loop.Decision.Refused;
import org.huying.matter.loop.Decision.Run;
import org.huying.matter.loop.Decision.Told;
import org.huying.matter.loop.Decision.Wait;
import org.huying.matter.loop.Decision.Warned;
import org.huying.matter.loop.MatterState.Accepted;
import org.huying.matter.loop.MatterState.Closed;
import org.huying.matter.loop.MatterState.Rejected;
import org.huying.matter.loop.MatterState.Voided;
import org.huying.playbook.LoopRules.PleaRule;
import org.huying.playbook.PleaKind;

/// Clocks that stand and run again, and what is applied for: more time, a hold, exclusion, voiding, appeals. Whoever
/// applies never decides.
final class Timing {

    private Timing() {}

    static Decision decide(
            Standing at, Command.Timing command, Standard standard, Circumstances now) {
        return switch (command) {
            case Command.Ask ask -> ask(at, ask, standard, now);
            case Command.Answer(var words) ->
                    words.isBlank() ? new Refused(Refusal.WORDS_MISSING) : answered(at);
            case Command.Resume _ -> run(at);
            case Command.Apply apply -> apply(at, apply, standard, now);
            case Command.Grant(var no, _) -> judge(at, no, Plea.Standing.GRANTED, now);
            case Command.Deny(var no, var words) ->
                    words.isBlank()
                            ? new Refused(Refusal.WORDS_MISSING)
                            : judge(at, no, Plea.Standing.DENIED, now);
            case Command.Remind(var of, _) ->
                    at.aside().hold().isPresent()
                            ? new Refused(Refusal.ON_HOLD)
                            : new Moved(at.state(), at.aside(), new Pass(of));
            case Command.Reply(_, var words) ->
                    words.isBlank()
                            ? new Refused(Refusal.WORDS_MISSING)
                            : new Moved(at.state(), at.aside());
            case Command.Prompt prompt -> prompt(at, prompt, now);
            case Command.Recount recount ->
                    recount.reply().isPresent() && at.aside().reply().isPresent()
                            ? new Moved(
                                    at.state(), at.aside().owing(recount.reply()), new Anew(true))
                            : new Moved(at.state(), at.aside(), new Anew(false));
        };
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

    private static Moved held(Standing at, Hold hold) {
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

    private static Decision apply(
            Standing at, Command.Apply command, Standard standard, Circumstances now) {
        var rule = standard.loop().pleas().get(command.kind());
        if (rule == null || !fits(at.state(), command.kind()) || incomplete(command)) {
            return new Refused(Refusal.PLEA_UNKNOWN);
        }
        var refused = refusal(at, command, rule, standard, now);
        if (refused.isPresent()) {
            return new Refused(refused.get());
        }
        int no = at.aside().pleas().size() + 1;
        var plea =
                new Plea(
                        no,
                        command.kind(),
                        Plea.Standing.OPEN,
                        now.actor(),
                        command.reason(),
                        command.length(),
                        command.until(),
                        Optional.of(now.since()).filter(_ -> command.kind() == PleaKind.EXTENSION));
        return new Moved(at.state(), lapsed(at, plea, now).with(plea));
    }

    /// What is still open for a stage that is over gives way to a new application.
    private static Aside lapsed(Standing at, Plea to, Circumstances now) {
        var aside = at.aside();
        for (var plea : aside.pleas()) {
            if (plea.kind() == to.kind()
                    && plea.state() == Plea.Standing.OPEN
                    && plea.past(now.since())) {
                aside = aside.with(plea.now(Plea.Standing.LAPSED));
            }
        }
        return aside;
    }

    private static Optional<Refusal> refusal(
            Standing at,
            Command.Apply command,
            PleaRule rule,
            Standard standard,
            Circumstances now) {
        var before = before(at, command.kind(), now);
        if (before.stream().anyMatch(it -> it.state() == Plea.Standing.OPEN)) {
            return Optional.of(Refusal.PLEA_OPEN);
        }
        if (before.size() >= rule.most()) {
            return Optional.of(Refusal.PLEA_TOO_OFTEN);
        }
        if (!rule.reasons().isEmpty() && !rule.reasons().containsKey(command.reason())) {
            return Optional.of(Refusal.REASON_UNKNOWN);
        }
        if (command.words().isBlank()) {
            return Optional.of(Refusal.WORDS_MISSING);
        }
        if (!Standard.shown(rule.evidence(), command.evidence())) {
            return Optional.of(Refusal.EVIDENCE_MISSING);
        }
        if (tooLong(command, rule, standard, now)) {
            return Optional.of(Refusal.PLEA_TOO_LONG);
        }
        boolean late =
                !at.state().open() && standard.passed(rule.within(), ended(at, now), now.now());
        return late ? Optional.of(Refusal.PLEA_TOO_LATE) : Optional.empty();
    }

    /// What was applied for before; but not for a stage that is over, unless it was granted.
    private static List<Plea> before(Standing at, PleaKind kind, Circumstances now) {
        return at.aside().pleas().stream()
                .filter(it -> it.kind() == kind)
                .filter(it -> it.state() == Plea.Standing.GRANTED || !it.past(now.since()))
                .toList();
    }

    /// When it ended; a rejection has no date of its own and is the stage that runs since then.
    private static Instant ended(Standing at, Circumstances now) {
        return at.state() instanceof Closed
                ? at.aside().asked().closedAt().orElse(now.since())
                : now.since();
    }

    private static boolean tooLong(
            Command.Apply command, PleaRule rule, Standard standard, Circumstances now) {
        if (rule.longest().isEmpty()) {
            return false;
        }
        var calendar = standard.calendar();
        var latest = calendar.due(now.now(), rule.longest().get());
        return command.length()
                        .filter(it -> calendar.due(now.now(), it).isAfter(latest))
                        .isPresent()
                || command.until().filter(it -> it.isAfter(latest)).isPresent();
    }

    /// An extension says how much, a suspension until when.
    private static boolean incomplete(Command.Apply command) {
        return switch (command.kind()) {
            case EXTENSION -> command.length().isEmpty();
            case SUSPENSION -> command.until().isEmpty();
            case EXCLUSION, VOIDING, RATING_APPEAL, REJECTION_APPEAL -> false;
        };
    }

    private static boolean fits(MatterState state, PleaKind kind) {
        return switch (kind) {
            case EXTENSION, SUSPENSION -> working(state);
            case EXCLUSION -> true;
            case VOIDING -> state.open();
            case RATING_APPEAL -> state.rating().isPresent();
            case REJECTION_APPEAL -> state instanceof Rejected;
        };
    }

    private static boolean working(MatterState state) {
        return state instanceof MatterState.Dispatched
                || state instanceof MatterState.InProgress
                || state instanceof MatterState.Rework;
    }

    private static Decision judge(Standing at, int no, Plea.Standing verdict, Circumstances now) {
        var plea = at.aside().openPlea(no).orElse(null);
        if (plea == null) {
            return new Refused(Refusal.PLEA_MISSING);
        }
        if (plea.by().equals(now.actor())) {
            return new Refused(Refusal.SAME_PERSON);
        }
        var judged = new Standing(at.state(), at.aside().with(plea.now(verdict)));
        return verdict == Plea.Standing.GRANTED
                ? granted(judged, plea, now)
                : new Moved(judged.state(), judged.aside());
    }

    private static Decision granted(Standing at, Plea plea, Circumstances now) {
        if (!fits(at.state(), plea.kind())) {
            return new Refused(Refusal.PLEA_TOO_LATE);
        }
        if (plea.past(now.since())) {
            return new Refused(Refusal.PLEA_STAGE_OVER);
        }
        var aside = at.aside();
        return switch (plea.kind()) {
            case EXTENSION ->
                    aside.hold().isPresent()
                            ? new Refused(Refusal.ON_HOLD)
                            : new Moved(at.state(), aside, new Extend(plea.length().orElseThrow()));
            case SUSPENSION -> suspended(at, plea, now);
            case EXCLUSION ->
                    new Moved(at.state(), aside.with(aside.marks().without(Exclusion.ALL)));
            case VOIDING ->
                    now.master()
                            ? new Refused(Refusal.OTHERS_MERGED)
                            : new Moved(new Voided(plea.reason()), aside);
            case RATING_APPEAL ->
                    new Moved(at.state(), aside.with(aside.marks().without(Exclusion.RATING)));
            case REJECTION_APPEAL -> new Moved(new Accepted(), aside);
        };
    }

    private static Decision suspended(Standing at, Plea plea, Circumstances now) {
        if (at.aside().hold().isPresent()) {
            return new Refused(Refusal.ON_HOLD);
        }
        var until = plea.until().orElseThrow();
        return until.isAfter(now.now())
                ? held(
                        at,
                        new Hold(
                                Hold.Kind.SUSPENDED,
                                now.now(),
                                until,
                                plea.reason(),
                                Optional.empty()))
                : new Refused(Refusal.PLEA_TOO_LATE);
    }
}
