package org.huying.whistle;

import static org.huying.whistle.WhistleRequests.words;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.org.Organisations;
import org.huying.problem.FieldError;
import org.huying.problem.Problem;
import org.huying.whistle.WhistleRequests.CheckInRequest;
import org.huying.whistle.WhistleRequests.EvaluateRequest;
import org.huying.whistle.WhistleRequests.WhistlePoint;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Turns requests into commands and the desk's answers into the API's problems; nothing is refused in silence.
@Component
class WhistleMoves {

    private final WhistleDesk desk;
    private final Blowing blowing;
    private final Sight sight;
    private final Organisations organisations;

    WhistleMoves(WhistleDesk desk, Blowing blowing, Sight sight, Organisations organisations) {
        this.desk = desk;
        this.blowing = blowing;
        this.sight = sight;
        this.organisations = organisations;
    }

    Whistle take(WhistleMove move, Command command) {
        return switch (desk.take(move, command)) {
            case Taken.Done(var whistle) -> whistle;
            case Taken.Refused(var why) ->
                    throw Problem.REFUSED.with(why.zh(), why.en()).and("reason", why.name());
            case Taken.Stale(var current) ->
                    throw Problem.STALE
                            .with(
                                    "别人先改了，现在是第 %d 版，看最新的再做".formatted(current.version()),
                                    "Somebody was faster; version %d stands now"
                                            .formatted(current.version()))
                            .and("version", current.version())
                            .and("state", current.stateName().name());
            case Taken.KeyReused _ -> throw Problem.KEY_REUSED.plain();
            case Taken.Unknown _ -> throw Problem.NOT_FOUND.plain();
            case Taken.Forbidden _ -> throw Problem.FORBIDDEN.plain();
            case Taken.PictureUnknown _ -> throw Problem.ATTACHMENT_UNKNOWN.plain();
        };
    }

    /// The whistle, if this caller may see it; otherwise there is no such whistle.
    Whistle seen(WhistleId id, Caller caller) {
        return desk.find(id)
                .filter(it -> sight.sees(caller, it))
                .orElseThrow(Problem.NOT_FOUND::plain);
    }

    static Command.CheckIn checkIn(UUID unit, CheckInRequest body, Caller caller) {
        return new Command.CheckIn(
                unit,
                new SummonsState.Arrival(
                        caller.account(),
                        caller.name(),
                        Instant.EPOCH,
                        words(body.place()),
                        Optional.ofNullable(body.point()).map(WhistlePoint::geo),
                        body.photos().stream().distinct().toList(),
                        false));
    }

    Command.Sign sign(UUID unit, int revision, Caller caller) {
        return new Command.Sign(
                unit,
                revision,
                new SummonsState.Signature(caller.account(), caller.name(), desk.now()));
    }

    /// The unit that takes over, with the limits it gets if it is called anew.
    Optional<Command.Successor> successor(WhistleMove move, @Nullable UUID instead) {
        if (instead == null) {
            return Optional.empty();
        }
        var whistle = seen(move.id(), move.caller());
        var unit =
                organisations
                        .byId(move.id().region(), instead)
                        .orElseThrow(Problem.UNIT_UNKNOWN::plain);
        if (whistle.call().by().unit().filter(unit.id()::equals).isPresent()) {
            throw Problem.UNIT_UNKNOWN.with("不能叫吹哨的单位", "The unit that whistled cannot be called");
        }
        return Optional.of(new Command.Successor(unit.id(), blowing.limits(whistle, desk.now())));
    }

    static Command.Evaluate evaluate(EvaluateRequest body) {
        var units = new HashMap<UUID, Summons.Evaluation>();
        for (var one : body.units()) {
            var evaluation =
                    new Summons.Evaluation(
                            one.response(), one.quality(), one.solved(), words(one.words()));
            if (units.put(one.unit(), evaluation) != null) {
                throw Problem.INVALID
                        .with("一个单位只评一次", "Each unit is rated once")
                        .and(List.of(new FieldError("units", "twice", "单位重复", "A unit twice")));
            }
        }
        return new Command.Evaluate(units);
    }
}
