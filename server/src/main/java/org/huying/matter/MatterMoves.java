package org.huying.matter;

import java.util.List;
import java.util.Optional;
import org.huying.access.Caller;
import org.huying.matter.Requests.DispatchRequest;
import org.huying.org.Organisations;
import org.huying.problem.Problem;
import org.springframework.stereotype.Component;

/// Translates the desk's answers into the API's problems; nothing is refused in silence.
@Component
class MatterMoves {

    private final MatterDesk desk;
    private final Matters matters;
    private final Organisations organisations;

    MatterMoves(MatterDesk desk, Matters matters, Organisations organisations) {
        this.desk = desk;
        this.matters = matters;
        this.organisations = organisations;
    }

    Matter take(Move move, Command command) {
        var taken = desk.take(move.id(), command, move.caller(), move.expected(), move.key());
        return switch (taken) {
            case Taken.Done(var matter) -> matter;
            case Taken.Refused(var why) ->
                    throw Problem.REFUSED.with(why.zh(), why.en()).and("reason", why.name());
            case Taken.Stale(var current) ->
                    throw Problem.STALE
                            .with(
                                    "别人先改了，现在是第 %d 版，看最新的再做".formatted(current.version()),
                                    "Somebody was faster; version %d stands now"
                                            .formatted(current.version()))
                            .and("version", current.version())
                            .and("state", StateName.of(current.state()).name());
            case Taken.KeyReused _ -> throw Problem.KEY_REUSED.plain();
            case Taken.Unknown _ -> throw Problem.NOT_FOUND.plain();
            case Taken.Forbidden _ -> throw Problem.FORBIDDEN.plain();
            case Taken.EvidenceUnknown _ -> throw Problem.ATTACHMENT_UNKNOWN.plain();
        };
    }

    /// The matter, if this caller may see it; otherwise there is no such matter.
    Matter seen(MatterId id, Caller caller) {
        return desk.find(id)
                .filter(it -> Sight.sees(caller, it))
                .orElseThrow(Problem.NOT_FOUND::plain);
    }

    List<Step> history(MatterId id, Caller caller) {
        return matters.steps(seen(id, caller).id());
    }

    /// The unit that was named, else the one the rules lead to.
    Command.Dispatch dispatch(Move move, DispatchRequest body) {
        var region = move.id().region();
        var words = Requests.words(body.why());
        if (body.unit() != null) {
            var unit =
                    organisations
                            .byId(region, body.unit())
                            .orElseThrow(Problem.UNIT_UNKNOWN::plain);
            return new Command.Dispatch(unit.id(), Optional.ofNullable(body.person()), words);
        }
        return desk.advice(seen(move.id(), move.caller()))
                .map(it -> new Command.Dispatch(it.unit(), it.person(), it.why()))
                .orElseThrow(Problem.NO_RULE::plain);
    }
}
