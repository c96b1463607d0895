package org.huying.matter;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.huying.access.Caller;
import org.huying.calendar.WorkCalendar;
import org.huying.matter.Requests.DispatchRequest;
import org.huying.matter.loop.Command;
import org.huying.matter.loop.Matter;
import org.huying.org.Organisation;
import org.huying.org.Organisations;
import org.huying.playbook.Playbook;
import org.huying.problem.Problem;
import org.huying.problem.ProblemException;
import org.springframework.stereotype.Component;

/// Translates the desk's answers into the API's problems; nothing is refused in silence.
@Component
class MatterMoves {

    private final MatterDesk desk;
    private final Matters matters;
    private final Rulebook rulebook;
    private final Dispatching dispatching;
    private final Organisations organisations;

    MatterMoves(
            MatterDesk desk,
            Matters matters,
            Rulebook rulebook,
            Dispatching dispatching,
            Organisations organisations) {
        this.desk = desk;
        this.matters = matters;
        this.rulebook = rulebook;
        this.dispatching = dispatching;
        this.organisations = organisations;
    }

    Matter take(Move move, Command command) {
        return take(move, command, MatterDesk.Also.NOTHING);
    }

    Matter take(Move move, Command command, MatterDesk.Also also) {
        return settled(
                desk.take(
                        new MatterDesk.Order(
                                move.id(),
                                command,
                                move.caller(),
                                move.expected(),
                                move.key(),
                                also)));
    }

    /// Takes a step whose command is found in the matter as it stands. What this very request did before is not looked
    /// for once more: it is answered.
    Matter take(Move move, Act act, Function<Matter, Step> step) {
        var matter = desk.find(move.id()).orElseThrow(Problem.NOT_FOUND::plain);
        var before =
                matter.version() == move.expected()
                        ? Optional.<Matter>empty()
                        : before(matter, act, move);
        return before.orElseGet(() -> {
            if (!Sight.sees(move.caller(), matter)) {
                throw Problem.NOT_FOUND.plain();
            }
            var next = step.apply(matter);
            return take(move, next.command(), next.also());
        });
    }

    /// The matter, when this very request took this step of it before.
    Optional<Matter> before(Matter matter, Act act, Move move) {
        return desk.before(matter, act, move.caller(), move.key()).map(MatterMoves::settled);
    }

    /// A command that was found in the matter, and what is written with it.
    record Step(Command command, MatterDesk.Also also) {
        Step(Command command) {
            this(command, MatterDesk.Also.NOTHING);
        }
    }

    private static Matter settled(Taken taken) {
        return switch (taken) {
            case Taken.Done(var matter) -> matter;
            case Taken.Refused(var why) ->
                    throw Problem.REFUSED.with(why.zh(), why.en()).and("reason", why.name());
            case Taken.Stale(var current) -> throw changed(Problem.STALE, current);
            case Taken.Overtaken(var current) -> throw changed(Problem.OVERTAKEN, current);
            case Taken.KeyReused _ -> throw Problem.KEY_REUSED.plain();
            case Taken.Past _ -> throw Problem.ANSWER_NOT_KEPT.plain();
            case Taken.Unknown _ -> throw Problem.NOT_FOUND.plain();
            case Taken.Forbidden _ -> throw Problem.FORBIDDEN.plain();
            case Taken.EvidenceUnknown _ -> throw Problem.ATTACHMENT_UNKNOWN.plain();
        };
    }

    private static ProblemException changed(Problem problem, Matter current) {
        return problem.with(
                        "别人先改了，现在是第 %d 版，看最新的再做".formatted(current.version()),
                        "Somebody was faster; version %d stands now".formatted(current.version()))
                .and("version", current.version())
                .and("state", StateName.of(current.state()).name());
    }

    /// The matter, if this caller may see it; otherwise there is no such matter.
    Matter seen(MatterId id, Caller caller) {
        return desk.find(id)
                .filter(it -> Sight.sees(caller, it))
                .orElseThrow(Problem.NOT_FOUND::plain);
    }

    /// Its history; whoever asked reads what is meant for him, and that the rest happened.
    List<StepView> history(MatterId id, Caller caller) {
        var matter = seen(id, caller);
        boolean inside = Sight.inside(caller, matter);
        return matters.steps(id).stream()
                .map(it ->
                        inside || it.actor().equals(caller.account())
                                ? StepView.of(it)
                                : StepView.told(it))
                .toList();
    }

    WorkCalendar calendar(Matter matter) {
        return rulebook.calendar(matter);
    }

    /// Until when the clock may stand at most when the requester is asked now.
    Instant longestAsk(Matter matter) {
        var longest = playbook(matter).matter().loop().ask().longest();
        return calendar(matter).due(desk.now(), longest);
    }

    Playbook playbook(Matter matter) {
        return rulebook.playbook(matter);
    }

    /// To the unit that was named.
    Command.Dispatch dispatch(Move move, UUID named, DispatchRequest body) {
        var unit = unit(move, named);
        return new Command.Dispatch(
                unit.id(),
                Optional.ofNullable(body.person()),
                Optional.of(Dispatching.rung(unit)),
                Requests.words(body.why()));
    }

    /// To the unit that the rules lead to.
    Command.Dispatch dispatch(Matter matter) {
        return dispatching
                .advise(matter, rulebook.playbook(matter), desk.now())
                .map(Dispatching::dispatch)
                .orElseThrow(Problem.NO_RULE::plain);
    }

    /// A body of this region; `Problem.UNIT_UNKNOWN` when there is none.
    Organisation unit(Move move, UUID id) {
        return organisations.byId(move.id().region(), id).orElseThrow(Problem.UNIT_UNKNOWN::plain);
    }
}
