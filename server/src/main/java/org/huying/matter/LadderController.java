package org.huying.matter;

import static org.huying.matter.Requests.proof;

import jakarta.validation.Valid;
import java.util.Optional;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.matter.SideRequests.EscalateRequest;
import org.huying.matter.SideRequests.GiveRequest;
import org.huying.matter.SideRequests.SpotRequest;
import org.huying.matter.SideRequests.WorkRequest;
import org.huying.matter.loop.Command;
import org.huying.problem.Problem;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Up the ladder, to whoever the arbiter names, at once in an emergency, or done on the spot.
@RestController
@RequestMapping("/api/v1/{region}/matters/{id}")
class LadderController {

    private final MatterDesk desk;
    private final MatterMoves moves;
    private final MatterAnswers answers;
    private final Upwards upwards;
    private final Rulings rulings;
    private final OwnBodies own;

    LadderController(
            MatterDesk desk,
            MatterMoves moves,
            MatterAnswers answers,
            Upwards upwards,
            Rulings rulings,
            OwnBodies own) {
        this.desk = desk;
        this.moves = moves;
        this.answers = answers;
        this.upwards = upwards;
        this.rulings = rulings;
        this.own = own;
    }

    @PostMapping("/escalate")
    @Permit("matter:matter:escalate")
    ResponseEntity<MatterView> escalate(Move move, @RequestBody @Valid EscalateRequest body) {
        var words = body.words().strip();
        if (body.unit() != null) {
            var unit = moves.unit(move, body.unit());
            return answers.take(
                    move,
                    new Command.Escalate(
                            unit.id(),
                            Optional.empty(),
                            Optional.of(Dispatching.rung(unit)),
                            words));
        }
        return answers.take(
                move,
                Act.ESCALATE,
                matter ->
                        new MatterMoves.Step(
                                upwards.next(matter, moves.playbook(matter), desk.now(), words)
                                        .orElseThrow(Problem.NO_RULE::plain)));
    }

    /// The final word; it is kept, and the dispatch rules ask for it the next time.
    @PostMapping("/arbitrate")
    @Permit("matter:matter:arbitrate")
    ResponseEntity<MatterView> arbitrate(Move move, @RequestBody @Valid GiveRequest body) {
        var unit = moves.unit(move, body.unit());
        var command =
                new Command.Arbitrate(
                        unit.id(),
                        Optional.ofNullable(body.person()),
                        Optional.of(Dispatching.rung(unit)),
                        body.words().strip());
        return answers.take(
                move,
                command,
                after -> {
                    var ruling = new Rulings.Ruling(unit.id(), after.id().value());
                    after.subject()
                            .item()
                            .ifPresent(item ->
                                    rulings.decided(
                                            item,
                                            after.subject().area(),
                                            ruling,
                                            after.changedAt()));
                    return Optional.empty();
                });
    }

    @PostMapping("/emergency")
    @Permit("matter:matter:emergency")
    ResponseEntity<MatterView> emergency(Move move, @RequestBody @Valid GiveRequest body) {
        var unit = moves.unit(move, body.unit());
        return answers.take(
                move,
                new Command.Emergency(
                        unit.id(),
                        Optional.ofNullable(body.person()),
                        Optional.of(Dispatching.rung(unit)),
                        body.words().strip()));
    }

    @PostMapping("/document")
    @Permit("matter:matter:handle")
    ResponseEntity<MatterView> document(Move move, @RequestBody @Valid WorkRequest body) {
        return answers.take(move, new Command.Document(body.words().strip(), body.given()));
    }

    @PostMapping("/spot")
    @Permit("matter:matter:spot")
    ResponseEntity<MatterView> spot(Move move, @RequestBody @Valid SpotRequest body) {
        return answers.take(
                move, Act.SPOT, _ -> new MatterMoves.Step(spot(move, body, move.caller())));
    }

    /// Nobody handles it in the name of a body that is not his own.
    private Command.Spot spot(Move move, SpotRequest body, Caller caller) {
        var unit = moves.unit(move, body.unit());
        if (!own.actsFor(caller, Act.SPOT.permission(), unit, desk.now())) {
            throw Problem.FORBIDDEN.with(
                    "随手处置只能以自己所在的单位来办", "On the spot one handles for one's own body only");
        }
        return new Command.Spot(
                unit.id(), caller.account(), body.words().strip(), proof(body.evidence()));
    }
}
