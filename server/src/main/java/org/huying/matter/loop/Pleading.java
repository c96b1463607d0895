package org.huying.matter.loop;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huying.matter.loop.Decision.Extend;
import org.huying.matter.loop.Decision.Moved;
import org.huying.matter.loop.Decision.Refused;
import org.huying.matter.loop.MatterState.Accepted;
import org.huying.matter.loop.MatterState.Closed;
import org.huying.matter.loop.MatterState.Rejected;
import org.huying.matter.loop.MatterState.Voided;
import org.huying.playbook.LoopRules.PleaRule;
import org.huying.playbook.LoopRules.PleaStage;
import org.huying.playbook.LoopRules.Verdict;
import org.huying.playbook.PleaKind;

/// What is applied for: more time, a hold, exclusion, voiding, appeals. One stage or several decide. Whoever applies
/// never decides, and nobody decides in two stages.
final class Pleading {

    private Pleading() {}

    static Decision apply(
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
                        Optional.of(now.since()).filter(_ -> command.kind() == PleaKind.EXTENSION),
                        List.of(),
                        Optional.empty());
        return new Moved(at.state(), lapsed(at, plea, now).with(timed(plea, standard, now)));
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
            case EXCLUSION, VOIDING, FORCED_CLOSURE, RATING_APPEAL, REJECTION_APPEAL -> false;
        };
    }

    private static boolean fits(MatterState state, PleaKind kind) {
        return switch (kind) {
            case EXTENSION, SUSPENSION -> working(state);
            case EXCLUSION -> true;
            case VOIDING -> state.open();
            case FORCED_CLOSURE -> begun(state);
            case RATING_APPEAL -> state.rating().isPresent();
            case REJECTION_APPEAL -> state instanceof Rejected;
        };
    }

    private static boolean working(MatterState state) {
        return state instanceof MatterState.Dispatched
                || state instanceof MatterState.InProgress
                || state instanceof MatterState.Rework;
    }

    /// Somebody has worked on it.
    private static boolean begun(MatterState state) {
        return state instanceof MatterState.InProgress
                || state instanceof MatterState.Rework
                || state instanceof MatterState.Handled
                || state instanceof MatterState.Verifying
                || state instanceof MatterState.Rated;
    }

    /// Who decides a stage took no part in it before, neither as applicant nor in another stage.
    static Decision judge(
            Standing at, Command.Judging command, Standard standard, Circumstances now) {
        if (command instanceof Command.Deny && command.words().isBlank()) {
            return new Refused(Refusal.WORDS_MISSING);
        }
        var plea = at.aside().openPlea(command.no()).orElse(null);
        if (plea == null) {
            return new Refused(Refusal.PLEA_MISSING);
        }
        if (plea.takenPart(now.actor())) {
            return new Refused(Refusal.SAME_PERSON);
        }
        if (!may(plea, standard).contains(verdict(command))) {
            return new Refused(Refusal.NOT_AT_STAGE);
        }
        if (!(command instanceof Command.Deny)) {
            if (!fits(at.state(), plea.kind())) {
                return new Refused(Refusal.PLEA_TOO_LATE);
            }
            if (plea.past(now.since())) {
                return new Refused(Refusal.PLEA_STAGE_OVER);
            }
        }
        return switch (command) {
            case Command.Forward _ -> forward(at, plea, standard, now);
            case Command.Grant(_, var words) ->
                    granted(with(at, plea.now(Plea.Standing.GRANTED)), plea, words, standard, now);
            case Command.Deny _ -> stays(with(at, plea.now(Plea.Standing.DENIED)));
        };
    }

    private static Set<Verdict> may(Plea plea, Standard standard) {
        return plea.stage(standard.loop())
                .map(PleaStage::may)
                .orElse(Set.of(Verdict.GRANT, Verdict.DENY));
    }

    private static Verdict verdict(Command.Judging command) {
        return switch (command) {
            case Command.Forward _ -> Verdict.FORWARD;
            case Command.Grant _ -> Verdict.GRANT;
            case Command.Deny _ -> Verdict.DENY;
        };
    }

    private static Decision forward(Standing at, Plea plea, Standard standard, Circumstances now) {
        var next = plea.passedOn(new Plea.Passed(now.actor(), now.now()));
        return stays(with(at, timed(next, standard, now)));
    }

    /// With the time that the present stage has.
    private static Plea timed(Plea plea, Standard standard, Circumstances now) {
        var due =
                plea.stage(standard.loop())
                        .flatMap(PleaStage::limit)
                        .map(limit -> standard.calendar().due(now.now(), limit));
        return plea.due(due);
    }

    static Decision retract(Standing at, int no, Circumstances now) {
        var plea = at.aside().openPlea(no).orElse(null);
        if (plea == null) {
            return new Refused(Refusal.PLEA_MISSING);
        }
        return plea.by().equals(now.actor())
                ? stays(with(at, plea.now(Plea.Standing.RETRACTED)))
                : new Refused(Refusal.NOT_APPLICANT);
    }

    private static Standing with(Standing at, Plea plea) {
        return new Standing(at.state(), at.aside().with(plea));
    }

    private static Moved stays(Standing at) {
        return new Moved(at.state(), at.aside());
    }

    private static Decision granted(
            Standing at, Plea plea, String words, Standard standard, Circumstances now) {
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
            case FORCED_CLOSURE -> Aftercare.forced(at, words, standard, now);
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
                ? Timing.held(
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
