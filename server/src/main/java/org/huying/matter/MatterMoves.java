package org.huying.matter;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
        var taken =
                desk.take(
                        new MatterDesk.Order(
                                move.id(),
                                command,
                                move.caller(),
                                move.expected(),
                                move.key(),
                                also));
        return switch (taken) {
            case Taken.Done(var matter) -> matter;
            case Taken.Refused(var why) ->
                    throw Problem.REFUSED.with(why.zh(), why.en()).and("reason", why.name());
            case Taken.Stale(var current) -> throw changed(Problem.STALE, current);
            case Taken.Overtaken(var current) -> throw changed(Problem.OVERTAKEN, current);
            case Taken.KeyReused _ -> throw Problem.KEY_REUSED.plain();
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

    Playbook playbook(Matter matter) {
        return rulebook.playbook(matter);
    }

    /// The unit that was named, else the one the rules lead to.
    Command.Dispatch dispatch(Move move, DispatchRequest body) {
        if (body.unit() != null) {
            var unit = unit(move, body.unit());
            return new Command.Dispatch(
                    unit.id(),
                    Optional.ofNullable(body.person()),
                    Optional.of(Dispatching.rung(unit)),
                    Requests.words(body.why()));
        }
        var matter = seen(move.id(), move.caller());
        return dispatching
                .advise(matter, rulebook.playbook(matter), desk.now())
                .map(Dispatching.Advice::dispatch)
                .orElseThrow(Problem.NO_RULE::plain);
    }

    /// A body of this region; `Problem.UNIT_UNKNOWN` when there is none.
    Organisation unit(Move move, UUID id) {
        return organisations.byId(move.id().region(), id).orElseThrow(Problem.UNIT_UNKNOWN::plain);
    }
}
