package org.huying.matter;

import static org.huying.matter.Requests.words;

import jakarta.validation.Valid;
import java.util.Optional;
import org.huying.access.Permit;
import org.huying.matter.Requests.NoteRequest;
import org.huying.matter.SideRequests.ApplyRequest;
import org.huying.matter.SideRequests.AskRequest;
import org.huying.matter.SideRequests.MarkRequest;
import org.huying.matter.SideRequests.NumberedRequest;
import org.huying.matter.SideRequests.SuperviseRequest;
import org.huying.matter.SideRequests.WordsRequest;
import org.huying.matter.loop.Command;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Holding the clock, applying for something and deciding it, and what comes from above.
@RestController
@RequestMapping("/api/v1/{region}/matters/{id}")
class TimingController {

    private final MatterAnswers answers;
    private final MatterMoves moves;

    TimingController(MatterAnswers answers, MatterMoves moves) {
        this.answers = answers;
        this.moves = moves;
    }

    @PostMapping("/ask")
    @Permit("matter:matter:handle")
    ResponseEntity<MatterView> ask(Move move, @RequestBody @Valid AskRequest body) {
        return answers.take(
                move,
                Act.ASK,
                matter -> {
                    var until =
                            Optional.ofNullable(body.until())
                                    .map(Requests::time)
                                    .orElseGet(() -> moves.longestAsk(matter));
                    return new MatterMoves.Step(new Command.Ask(until, body.words().strip()));
                });
    }

    /// Said to whoever asked, and to those who asked the same and who follow.
    @PostMapping("/reply")
    @Permit("matter:matter:handle")
    ResponseEntity<MatterView> reply(Move move, @RequestBody @Valid WordsRequest body) {
        return answers.take(move, new Command.Reply(false, body.words().strip()));
    }

    @PostMapping("/answer")
    @Permit(Permit.SIGNED_IN)
    ResponseEntity<MatterView> answer(Move move, @RequestBody @Valid WordsRequest body) {
        return answers.take(move, new Command.Answer(body.words().strip()));
    }

    @PostMapping("/resume")
    @Permit("matter:matter:handle")
    ResponseEntity<MatterView> resume(Move move, @RequestBody @Valid NoteRequest body) {
        return answers.take(move, new Command.Resume(words(body.note())));
    }

    @PostMapping("/apply")
    @Permit(Permit.SIGNED_IN)
    ResponseEntity<MatterView> apply(Move move, @RequestBody @Valid ApplyRequest body) {
        return answers.take(move, body.command());
    }

    /// Agreed to by one stage, and passed on to the next.
    @PostMapping("/forward")
    @Permit("matter:matter:decide")
    ResponseEntity<MatterView> forward(Move move, @RequestBody @Valid NumberedRequest body) {
        return answers.take(move, new Command.Forward(body.no(), words(body.words())));
    }

    /// Taken back by whoever applied.
    @PostMapping("/retract")
    @Permit(Permit.SIGNED_IN)
    ResponseEntity<MatterView> retract(Move move, @RequestBody @Valid NumberedRequest body) {
        return answers.take(move, new Command.Retract(body.no(), words(body.words())));
    }

    @PostMapping("/grant")
    @Permit("matter:matter:decide")
    ResponseEntity<MatterView> grant(Move move, @RequestBody @Valid NumberedRequest body) {
        return answers.take(move, new Command.Grant(body.no(), words(body.words())));
    }

    @PostMapping("/deny")
    @Permit("matter:matter:decide")
    ResponseEntity<MatterView> deny(Move move, @RequestBody @Valid NumberedRequest body) {
        return answers.take(move, new Command.Deny(body.no(), words(body.words())));
    }

    @PostMapping("/instruct")
    @Permit("matter:matter:instruct")
    ResponseEntity<MatterView> instruct(Move move, @RequestBody @Valid WordsRequest body) {
        return answers.take(move, new Command.Instruct(body.words().strip()));
    }

    @PostMapping("/supervise")
    @Permit("matter:matter:supervise")
    ResponseEntity<MatterView> supervise(Move move, @RequestBody @Valid SuperviseRequest body) {
        return answers.take(move, body.command());
    }

    @PostMapping("/lift")
    @Permit("matter:matter:supervise")
    ResponseEntity<MatterView> lift(Move move, @RequestBody @Valid NoteRequest body) {
        return answers.take(move, new Command.Lift(words(body.note())));
    }

    @PostMapping("/mark")
    @Permit("matter:matter:supervise")
    ResponseEntity<MatterView> mark(Move move, @RequestBody @Valid MarkRequest body) {
        return answers.take(move, new Command.Mark(body.key(), body.urgency()));
    }
}
