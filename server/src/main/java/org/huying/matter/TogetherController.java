package org.huying.matter;

import static org.huying.matter.Requests.proof;
import static org.huying.matter.Requests.words;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Permit;
import org.huying.calendar.TimeLimit;
import org.huying.matter.SideRequests.AssistRequest;
import org.huying.matter.SideRequests.CommentRequest;
import org.huying.matter.SideRequests.ConsultRequest;
import org.huying.matter.SideRequests.ContributeRequest;
import org.huying.matter.SideRequests.EngageRequest;
import org.huying.matter.SideRequests.NumberedRequest;
import org.huying.matter.loop.Command;
import org.huying.problem.Problem;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Working with others: helping units with limits of their own, consultations, comments.
@RestController
@RequestMapping("/api/v1/{region}/matters/{id}")
class TogetherController {

    private static final String ASSIST = "matter:matter:assist";

    private final MatterDesk desk;
    private final MatterMoves moves;
    private final MatterAnswers answers;

    TogetherController(MatterDesk desk, MatterMoves moves, MatterAnswers answers) {
        this.desk = desk;
        this.moves = moves;
        this.answers = answers;
    }

    @PostMapping("/engage")
    @Permit("matter:matter:engage")
    ResponseEntity<MatterView> engage(Move move, @RequestBody @Valid EngageRequest body) {
        var unit = moves.unit(move, body.unit());
        var matter = moves.seen(move.id(), move.caller());
        var limit = Optional.ofNullable(body.limit()).map(TimeLimit::parse);
        var due = limit.map(it -> moves.calendar(matter).due(desk.now(), it));
        return answers.take(move, new Command.Engage(unit.id(), due, limit, body.words().strip()));
    }

    @PostMapping("/join")
    @Permit(ASSIST)
    ResponseEntity<MatterView> join(Move move, @RequestBody @Valid AssistRequest body) {
        return answers.take(move, new Command.Join(own(move, body.unit())));
    }

    @PostMapping("/contribute")
    @Permit(ASSIST)
    ResponseEntity<MatterView> contribute(Move move, @RequestBody @Valid ContributeRequest body) {
        return answers.take(
                move,
                new Command.Contribute(
                        own(move, body.unit()), body.words().strip(), proof(body.evidence())));
    }

    @PostMapping("/decline")
    @Permit(ASSIST)
    ResponseEntity<MatterView> decline(Move move, @RequestBody @Valid AssistRequest body) {
        return answers.take(move, new Command.Decline(own(move, body.unit()), words(body.words())));
    }

    @PostMapping("/release")
    @Permit("matter:matter:engage")
    ResponseEntity<MatterView> release(Move move, @RequestBody @Valid AssistRequest body) {
        return answers.take(move, new Command.Release(body.unit(), words(body.words())));
    }

    @PostMapping("/consult")
    @Permit("matter:matter:consult")
    ResponseEntity<MatterView> consult(Move move, @RequestBody @Valid ConsultRequest body) {
        body.units().forEach(unit -> moves.unit(move, unit));
        var units = body.units().stream().distinct().toList();
        return answers.take(move, new Command.Consult(units, body.words().strip()));
    }

    @PostMapping("/opine")
    @Permit("matter:matter:comment")
    ResponseEntity<MatterView> opine(Move move, @RequestBody @Valid NumberedRequest body) {
        return answers.take(move, new Command.Opine(body.no(), words(body.words())));
    }

    @PostMapping("/conclude")
    @Permit("matter:matter:consult")
    ResponseEntity<MatterView> conclude(Move move, @RequestBody @Valid NumberedRequest body) {
        return answers.take(move, new Command.Conclude(body.no(), words(body.words())));
    }

    @PostMapping("/comment")
    @Permit("matter:matter:comment")
    ResponseEntity<MatterView> comment(Move move, @RequestBody @Valid CommentRequest body) {
        return answers.take(move, body.command());
    }

    /// Only for a unit that the caller acts for.
    private UUID own(Move move, UUID unit) {
        var matter = moves.seen(move.id(), move.caller());
        var units = List.of(unit);
        if (!move.caller().reach(ASSIST).covers(matter.subject().area(), units)) {
            throw Problem.FORBIDDEN.plain();
        }
        return unit;
    }
}
