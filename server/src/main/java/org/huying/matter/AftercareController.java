package org.huying.matter;

import static org.huying.matter.Requests.words;

import jakarta.validation.Valid;
import org.huying.access.Permit;
import org.huying.matter.Requests.NoteRequest;
import org.huying.matter.SideRequests.InviteRequest;
import org.huying.matter.SideRequests.RevisitRequest;
import org.huying.matter.SideRequests.WordsRequest;
import org.huying.matter.loop.Command;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// After handling: the invitation to rate, attempts that reached nobody, reopening, revisits, and taking back.
@RestController
@RequestMapping("/api/v1/{region}/matters/{id}")
class AftercareController {

    private final MatterAnswers answers;

    AftercareController(MatterAnswers answers) {
        this.answers = answers;
    }

    @PostMapping("/invite")
    @Permit("matter:matter:invite")
    ResponseEntity<MatterView> invite(Move move, @RequestBody @Valid InviteRequest body) {
        return answers.take(move, new Command.Invite(body.way()));
    }

    @PostMapping("/unreached")
    @Permit("matter:matter:rate-on-behalf")
    ResponseEntity<MatterView> unreached(Move move, @RequestBody @Valid NoteRequest body) {
        return answers.take(move, new Command.Unreached(words(body.note())));
    }

    @PostMapping("/reopen")
    @Permit(Permit.SIGNED_IN)
    ResponseEntity<MatterView> reopen(Move move, @RequestBody @Valid WordsRequest body) {
        return answers.take(move, new Command.Reopen(body.words().strip()));
    }

    @PostMapping("/revisit")
    @Permit("matter:matter:revisit")
    ResponseEntity<MatterView> revisit(Move move, @RequestBody @Valid RevisitRequest body) {
        return answers.take(move, body.command());
    }

    @PostMapping("/withdraw")
    @Permit(Permit.SIGNED_IN)
    ResponseEntity<MatterView> withdraw(Move move, @RequestBody @Valid WordsRequest body) {
        return answers.take(move, new Command.Withdraw(body.words().strip()));
    }
}
