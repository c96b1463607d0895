package org.huying.matter;

import static org.huying.matter.Requests.proof;
import static org.huying.matter.Requests.words;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.matter.Requests.ClassifyRequest;
import org.huying.matter.Requests.DispatchRequest;
import org.huying.matter.Requests.HandleRequest;
import org.huying.matter.Requests.LocateRequest;
import org.huying.matter.Requests.NoteRequest;
import org.huying.matter.Requests.RateRequest;
import org.huying.matter.Requests.RejectRequest;
import org.huying.matter.Requests.ReturnRequest;
import org.huying.matter.Requests.VerifyRequest;
import org.huying.matter.loop.Command;
import org.huying.problem.Problem;
import org.huying.territory.Node;
import org.huying.territory.Territory;
import org.huying.territory.TerritoryCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The steps of a matter, one address per step. `If-Match` names the version the caller saw.
@RestController
@RequestMapping("/api/v1/{region}/matters/{id}")
class MatterController {

    private final MatterDesk desk;
    private final MatterMoves moves;
    private final MatterAnswers answers;
    private final Territory territory;

    MatterController(
            MatterDesk desk, MatterMoves moves, MatterAnswers answers, Territory territory) {
        this.desk = desk;
        this.moves = moves;
        this.answers = answers;
        this.territory = territory;
    }

    @GetMapping
    @Permit(Permit.SIGNED_IN)
    ResponseEntity<MatterView> show(
            @PathVariable @Pattern(regexp = "\\d{6}") String region,
            @PathVariable UUID id,
            Caller caller) {
        return answers.of(moves.seen(new MatterId(region, id), caller), caller);
    }

    @GetMapping("/steps")
    @Permit(Permit.SIGNED_IN)
    List<StepView> history(
            @PathVariable @Pattern(regexp = "\\d{6}") String region,
            @PathVariable UUID id,
            Caller caller) {
        return moves.history(new MatterId(region, id), caller);
    }

    @PostMapping("/accept")
    @Permit("matter:matter:accept")
    ResponseEntity<MatterView> accept(Move move) {
        return answers.take(move, new Command.Accept());
    }

    @PostMapping("/reject")
    @Permit("matter:matter:reject")
    ResponseEntity<MatterView> reject(Move move, @RequestBody @Valid RejectRequest body) {
        return answers.take(move, new Command.Reject(body.reason(), words(body.note())));
    }

    @PostMapping("/classify")
    @Permit("matter:matter:classify")
    ResponseEntity<MatterView> classify(Move move, @RequestBody @Valid ClassifyRequest body) {
        return answers.take(
                move,
                Act.CLASSIFY,
                matter -> {
                    var item =
                            moves.playbook(matter)
                                    .item(body.item())
                                    .orElseThrow(Problem.ITEM_UNKNOWN::plain);
                    return new MatterMoves.Step(new Command.Classify(item.key(), item.itemClass()));
                });
    }

    @PostMapping("/locate")
    @Permit("matter:matter:locate")
    ResponseEntity<MatterView> locate(Move move, @RequestBody @Valid LocateRequest body) {
        var region = move.id().region();
        var point = Optional.ofNullable(body.point()).map(Requests.Point::geo);
        var named = Optional.ofNullable(body.area()).map(TerritoryCode::of);
        var area =
                named.or(() ->
                                point.flatMap(it -> territory.locate(region, it, desk.now()))
                                        .map(Node::code))
                        .filter(it -> it.value().startsWith(region))
                        .filter(it -> territory.node(it, desk.now()).isPresent())
                        .orElseThrow(() -> Problem.PLACE_UNKNOWN.plain());
        return answers.take(move, new Command.Locate(area, point));
    }

    @PostMapping("/dispatch")
    @Permit("matter:matter:dispatch")
    ResponseEntity<MatterView> dispatch(Move move, @RequestBody @Valid DispatchRequest body) {
        return body.unit() == null
                ? answers.take(move, Act.DISPATCH, it -> new MatterMoves.Step(moves.dispatch(it)))
                : answers.take(move, moves.dispatch(move, body.unit(), body));
    }

    @PostMapping("/acknowledge")
    @Permit("matter:matter:acknowledge")
    ResponseEntity<MatterView> acknowledge(Move move) {
        return answers.take(move, new Command.Acknowledge());
    }

    @PostMapping("/return")
    @Permit("matter:matter:return")
    ResponseEntity<MatterView> giveBack(Move move, @RequestBody @Valid ReturnRequest body) {
        return answers.take(move, new Command.Return(body.reason().strip()));
    }

    @PostMapping("/handle")
    @Permit("matter:matter:handle")
    ResponseEntity<MatterView> handle(Move move, @RequestBody @Valid HandleRequest body) {
        return answers.take(
                move, new Command.Handle(body.outcome().strip(), proof(body.evidence())));
    }

    @PostMapping("/verify")
    @Permit("matter:matter:verify")
    ResponseEntity<MatterView> verify(Move move, @RequestBody @Valid VerifyRequest body) {
        return answers.take(
                move,
                new Command.Verify(
                        body.passed(),
                        Boolean.TRUE.equals(body.invites()),
                        words(body.note()),
                        proof(body.evidence())));
    }

    @PostMapping("/rate")
    @Permit(Permit.SIGNED_IN)
    ResponseEntity<MatterView> rate(Move move, @RequestBody @Valid RateRequest body) {
        return answers.take(move, body.command());
    }

    @PostMapping("/close")
    @Permit("matter:matter:close")
    ResponseEntity<MatterView> close(Move move, @RequestBody @Valid NoteRequest body) {
        return answers.take(move, new Command.Close(words(body.note())));
    }
}
