package org.huying.whistle;

import static org.huying.whistle.WhistleRequests.words;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.vault.Step;
import org.huying.whistle.WhistleRequests.ArbitrateRequest;
import org.huying.whistle.WhistleRequests.CheckInRequest;
import org.huying.whistle.WhistleRequests.CloseRequest;
import org.huying.whistle.WhistleRequests.EvaluateRequest;
import org.huying.whistle.WhistleRequests.JointRecordRequest;
import org.huying.whistle.WhistleRequests.ObjectRequest;
import org.huying.whistle.WhistleRequests.ReleaseRequest;
import org.huying.whistle.WhistleRequests.SignRequest;
import org.huying.whistle.WhistleRequests.SubmitRequest;
import org.huying.whistle.WhistleRequests.WithdrawRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The steps of a whistle, one address per step; those of a summoned unit under the unit. `If-Match` names the version
/// the caller saw.
@RestController
@RequestMapping("/api/v1/{region}/whistles/{id}")
class WhistleController {

    private final WhistleDesk desk;
    private final WhistleMoves moves;
    private final WhistleViews views;

    WhistleController(WhistleDesk desk, WhistleMoves moves, WhistleViews views) {
        this.desk = desk;
        this.moves = moves;
        this.views = views;
    }

    /// With its whole history.
    @GetMapping
    @Permit(Sight.READ)
    ResponseEntity<WhistleView> show(
            @PathVariable @Pattern(regexp = WhistleRequests.REGION) String region,
            @PathVariable UUID id,
            Caller caller) {
        var whistle = moves.seen(new WhistleId(region, id), caller);
        return answer(whistle, desk.history(whistle.id()), caller);
    }

    @PostMapping("/units/{unit}/receive")
    @Permit("whistle:whistle:receive")
    ResponseEntity<WhistleView> receive(WhistleMove move, @PathVariable UUID unit) {
        return take(move, new Command.Receive(unit, move.caller().account()));
    }

    @PostMapping("/units/{unit}/check-in")
    @Permit("whistle:whistle:check-in")
    ResponseEntity<WhistleView> checkIn(
            WhistleMove move, @PathVariable UUID unit, @RequestBody @Valid CheckInRequest body) {
        return take(move, WhistleMoves.checkIn(unit, body, move.caller()));
    }

    @PostMapping("/units/{unit}/object")
    @Permit("whistle:whistle:object")
    ResponseEntity<WhistleView> object(
            WhistleMove move, @PathVariable UUID unit, @RequestBody @Valid ObjectRequest body) {
        return take(move, new Command.RaiseObjection(unit, words(body.reason())));
    }

    @PostMapping("/units/{unit}/arbitrate")
    @Permit("whistle:whistle:arbitrate")
    ResponseEntity<WhistleView> arbitrate(
            WhistleMove move, @PathVariable UUID unit, @RequestBody @Valid ArbitrateRequest body) {
        return take(
                move,
                new Command.Arbitrate(
                        unit,
                        body.upheld(),
                        words(body.words()),
                        moves.successor(move, body.instead())));
    }

    /// Writes the joint record for the leading unit.
    @PostMapping("/units/{unit}/record")
    @Permit("whistle:whistle:submit")
    ResponseEntity<WhistleView> record(
            WhistleMove move,
            @PathVariable UUID unit,
            @RequestBody @Valid JointRecordRequest body) {
        return take(move, new Command.WriteRecord(unit, words(body.text())));
    }

    @PostMapping("/units/{unit}/sign")
    @Permit("whistle:whistle:sign")
    ResponseEntity<WhistleView> sign(
            WhistleMove move, @PathVariable UUID unit, @RequestBody @Valid SignRequest body) {
        return take(move, moves.sign(unit, body.revision(), move.caller()));
    }

    @PostMapping("/units/{unit}/submit")
    @Permit("whistle:whistle:submit")
    ResponseEntity<WhistleView> submit(
            WhistleMove move, @PathVariable UUID unit, @RequestBody @Valid SubmitRequest body) {
        return take(move, new Command.Submit(unit, words(body.outcome())));
    }

    @PostMapping("/units/{unit}/leave")
    @Permit("whistle:whistle:check-in")
    ResponseEntity<WhistleView> leave(WhistleMove move, @PathVariable UUID unit) {
        return take(move, new Command.Leave(unit));
    }

    @PostMapping("/units/{unit}/release")
    @Permit("whistle:whistle:withdraw")
    ResponseEntity<WhistleView> release(
            WhistleMove move, @PathVariable UUID unit, @RequestBody @Valid ReleaseRequest body) {
        return take(
                move,
                new Command.Release(
                        unit, words(body.words()), moves.successor(move, body.instead())));
    }

    /// Only the unit that whistled may rate.
    @PostMapping("/evaluate")
    @Permit("whistle:whistle:evaluate")
    ResponseEntity<WhistleView> evaluate(
            WhistleMove move, @RequestBody @Valid EvaluateRequest body) {
        return take(move, WhistleMoves.evaluate(body));
    }

    @PostMapping("/close")
    @Permit("whistle:whistle:close")
    ResponseEntity<WhistleView> close(WhistleMove move, @RequestBody @Valid CloseRequest body) {
        return take(move, new Command.Close(words(body.words())));
    }

    @PostMapping("/withdraw")
    @Permit("whistle:whistle:withdraw")
    ResponseEntity<WhistleView> withdraw(
            WhistleMove move, @RequestBody @Valid WithdrawRequest body) {
        return take(move, new Command.Withdraw(words(body.reason())));
    }

    private ResponseEntity<WhistleView> take(WhistleMove move, Command command) {
        return answer(moves.take(move, command), List.of(), move.caller());
    }

    private ResponseEntity<WhistleView> answer(Whistle whistle, List<Step> history, Caller caller) {
        return ResponseEntity.ok()
                .header(HttpHeaders.ETAG, "\"" + whistle.version() + "\"")
                .body(views.of(whistle, history, caller));
    }
}
