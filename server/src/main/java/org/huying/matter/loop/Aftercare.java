package org.huying.matter.loop;

import java.util.Optional;
import org.huying.matter.Act;
import org.huying.matter.loop.Decision.Moved;
import org.huying.matter.loop.Decision.Refused;
import org.huying.matter.loop.MatterState.Accepted;
import org.huying.matter.loop.MatterState.Closed;
import org.huying.matter.loop.MatterState.Handled;
import org.huying.matter.loop.MatterState.Merged;
import org.huying.matter.loop.MatterState.Rated;
import org.huying.matter.loop.MatterState.Rework;
import org.huying.matter.loop.MatterState.Verifying;
import org.huying.playbook.LoopRules.RevisitQuestion;
import org.huying.playbook.MatterRules.RatingAnswer;
import org.huying.playbook.MatterRules.Then;

/// What follows handling: the check on site, the resident's word, closing, reopening and revisits. Whoever handled it
/// never judges it.
final class Aftercare {

    private Aftercare() {}

    static Decision decide(
            Standing at, Command.Aftercare command, Standard standard, Circumstances now) {
        return switch (command) {
            case Command.Invite(var way) ->
                    standard.loop().after().ask().contains(way)
                            ? new Moved(at.state(), at.aside().with(at.aside().asked().inviting()))
                            : new Refused(Refusal.REASON_UNKNOWN);
            case Command.Unreached _ -> unreached(at, standard, now);
            case Command.Reopen(var words) -> reopen(at, words, standard, now);
            case Command.Revisit revisit -> revisit(at, revisit, standard, now);
        };
    }

    static Decision verify(
            Standing at, Command.Verify command, Standard standard, Circumstances now) {
        if (!(at.state() instanceof Handled(var by, var outcome))) {
            return new Refused(Refusal.WRONG_STATE);
        }
        if (standard.loop().after().otherThanHandler() && handled(at, now)) {
            return new Refused(Refusal.SAME_PERSON);
        }
        if (!command.passed()) {
            return command.words().isBlank()
                    ? new Refused(Refusal.WORDS_MISSING)
                    : new Moved(new Rework(by.again(), command.words()), at.aside());
        }
        if (!standard.item()) {
            return new Refused(Refusal.ITEM_MISSING);
        }
        if (!standard.proven(Act.VERIFY, command.evidence())) {
            return new Refused(Refusal.EVIDENCE_MISSING);
        }
        return new Moved(
                new Verifying(by, outcome, 0),
                at.aside().with(at.aside().asked().afresh(command.invites())));
    }

    static Decision rate(Standing at, Command.Rate command, Standard standard, Circumstances now) {
        var answer = standard.answers().get(command.answer());
        if (answer == null) {
            return new Refused(Refusal.ANSWER_UNKNOWN);
        }
        if (handled(at, now)) {
            return new Refused(Refusal.SAME_PERSON);
        }
        if (at.state() instanceof Merged(var into, var before)) {
            if (before.isPresent()) {
                return new Refused(Refusal.RATED_BEFORE);
            }
            if (!now.masterDone()) {
                return new Refused(Refusal.MASTER_OPEN);
            }
            return new Moved(
                    answer.solved()
                            ? new Merged(into, Optional.of(command.answer()))
                            : new Accepted(),
                    after(at, command, answer, now));
        }
        if (!(at.state() instanceof Verifying(var by, var outcome, _))) {
            return new Refused(Refusal.WRONG_STATE);
        }
        return new Moved(
                answer.solved()
                        ? new Rated(by, outcome, command.answer())
                        : new Rework(by.again(), command.answer()),
                after(at, command, answer, now));
    }

    /// The consequences of an answer, besides rework.
    private static Aside after(
            Standing at, Command.Rate command, RatingAnswer answer, Circumstances now) {
        var aside = at.aside().with(at.aside().asked().answered(command.contacted()));
        if (answer.then().contains(Then.REVISIT)) {
            aside = aside.with(aside.asked().owes(true));
        }
        if (answer.then().contains(Then.SUPERVISE)) {
            var dated = aside.marks().supervision().filter(it -> it.until().isPresent());
            var pressed = dated.orElseGet(() -> Supervision.open(Supervision.Kind.KEY, now.now()));
            aside = aside.with(aside.marks().supervised(Optional.of(pressed)));
        }
        return aside;
    }

    private static Decision unreached(Standing at, Standard standard, Circumstances now) {
        if (!(at.state() instanceof Verifying(var by, var outcome, var unreached))) {
            return new Refused(Refusal.WRONG_STATE);
        }
        if (handled(at, now)) {
            return new Refused(Refusal.SAME_PERSON);
        }
        return soon(at, standard, now)
                ? new Refused(Refusal.TOO_SOON)
                : new Moved(
                        new Verifying(by, outcome, unreached + 1),
                        at.aside().with(at.aside().asked().tried(now.now())));
    }

    /// Whether somebody has just tried.
    private static boolean soon(Standing at, Standard standard, Circumstances now) {
        var spacing = standard.loop().after().spacing();
        return at.aside()
                .asked()
                .last()
                .filter(last -> spacing.isPresent() && !standard.passed(spacing, last, now.now()))
                .isPresent();
    }

    static Decision close(Standing at, Standard standard, Circumstances now) {
        if (at.aside().marks().owed()) {
            return new Refused(Refusal.OWED);
        }
        return switch (at.state()) {
            case Rated(var by, var outcome, var answer) ->
                    closed(at, by, outcome, Optional.of(answer), standard, now);
            case Verifying(var by, var outcome, var unreached) -> {
                if (standard.askable()
                        && standard.loop().after().invitesRating()
                        && !at.aside().asked().invited()) {
                    yield new Refused(Refusal.NOT_INVITED);
                }
                yield standard.ratingRequired()
                                && standard.askable()
                                && unreached < standard.ratingAttempts()
                        ? new Refused(Refusal.RATING_MISSING)
                        : closed(at, by, outcome, Optional.empty(), standard, now);
            }
            case MatterState.Reported _,
                    MatterState.Rejected _,
                    Accepted _,
                    MatterState.Dispatched _,
                    MatterState.Returned _,
                    MatterState.InProgress _,
                    Handled _,
                    Rework _,
                    Closed _,
                    Merged _,
                    MatterState.Voided _,
                    MatterState.Withdrawn _ ->
                    new Refused(Refusal.WRONG_STATE);
        };
    }

    /// Closed by a decision instead of the check and the rating. Where nothing was handled the words of the decision are
    /// what came of it.
    static Decision forced(Standing at, String words, Standard standard, Circumstances now) {
        if (words.isBlank()) {
            return new Refused(Refusal.WORDS_MISSING);
        }
        if (at.aside().marks().owed()) {
            return new Refused(Refusal.OWED);
        }
        if (now.openParts() > 0) {
            return new Refused(Refusal.CHILDREN_OPEN);
        }
        var by = at.state().assignment().orElseThrow();
        var outcome = at.state().result().orElse(words);
        return closed(at, by, outcome, at.state().rating(), standard, now);
    }

    private static Decision closed(
            Standing at,
            Assignment by,
            String outcome,
            Optional<String> answer,
            Standard standard,
            Circumstances now) {
        var rules = standard.loop().after().revisit();
        boolean revisit =
                at.aside().asked().revisit()
                        || (standard.named() && now.sampled() < rules.sample())
                        || (!standard.named() && rules.anonymous());
        return new Moved(
                new Closed(by, outcome, answer),
                at.aside().with(at.aside().asked().closed(now.now(), revisit)));
    }

    private static Decision reopen(
            Standing at, String words, Standard standard, Circumstances now) {
        if (words.isBlank()) {
            return new Refused(Refusal.WORDS_MISSING);
        }
        var window = standard.loop().after().reopenWithin();
        var closedAt = at.aside().asked().closedAt();
        boolean late =
                window.isEmpty()
                        || closedAt.isEmpty()
                        || standard.passed(window, closedAt.get(), now.now());
        return late ? new Refused(Refusal.REOPEN_TOO_LATE) : again(at, words);
    }

    /// Meeting nobody says nothing: it is owed until somebody has tried so often, at different times.
    private static Decision revisit(
            Standing at, Command.Revisit command, Standard standard, Circumstances now) {
        if (!at.aside().asked().revisit()) {
            return new Refused(Refusal.NOT_OWED);
        }
        if (handled(at, now)) {
            return new Refused(Refusal.SAME_PERSON);
        }
        if (command.words().isBlank()) {
            return new Refused(Refusal.WORDS_MISSING);
        }
        if (!command.reached() && soon(at, standard, now)) {
            return new Refused(Refusal.TOO_SOON);
        }
        var asked = at.aside().asked();
        if (!command.reached() && asked.missed() + 1 < standard.ratingAttempts()) {
            return new Moved(at.state(), at.aside().with(asked.missedAt(now.now())));
        }
        if (command.reached() && wrong(command, standard).isPresent()) {
            return new Refused(wrong(command, standard).get());
        }
        var after = command.reached() ? asked.heard(command.said(now.now())) : asked.owes(false);
        var done = new Standing(at.state(), at.aside().with(after));
        return command.reached() && !command.solved()
                ? again(done, command.words())
                : new Moved(done.state(), done.aside());
    }

    /// What the place asks must be answered, and the answers must go together.
    private static Optional<Refusal> wrong(Command.Revisit command, Standard standard) {
        var ask = standard.loop().after().revisit().ask();
        if ((ask.contains(RevisitQuestion.CONTACTED) && command.contacted().isEmpty())
                || (ask.contains(RevisitQuestion.SATISFIED) && command.answer().isEmpty())) {
            return Optional.of(Refusal.QUESTION_OPEN);
        }
        if (command.answer().isEmpty()) {
            return Optional.empty();
        }
        var answer = standard.answers().get(command.answer().get());
        if (answer == null) {
            return Optional.of(Refusal.ANSWER_UNKNOWN);
        }
        return answer.solved() == command.solved()
                ? Optional.empty()
                : Optional.of(Refusal.ANSWERS_DIFFER);
    }

    /// Whose own was merged into another one is worked alone from here.
    private static Decision again(Standing at, String words) {
        if (at.state() instanceof Merged) {
            return new Moved(new Accepted(), at.aside());
        }
        var by = Lifecycle.inHand(at.state()).again();
        return new Moved(new Rework(by, words), at.aside());
    }

    private static boolean handled(Standing at, Circumstances now) {
        return at.aside().trail().handler().filter(now.actor()::equals).isPresent();
    }
}
