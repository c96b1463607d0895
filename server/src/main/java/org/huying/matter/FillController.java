package org.huying.matter;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.huying.access.Permit;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Fills in afterwards what a report should carry and does not. The form says which fields there are, the matter which
/// are missing.
@RestController
@RequestMapping("/api/v1/{region}/matters/{id}/fill")
class FillController {

    /// Flags, whole numbers and texts by the keys that the form names; a value that is there already is put right.
    record FillRequest(
            @NotNull @Size(max = 20)
                    Map<@Pattern(regexp = Requests.FIELD) String, @NotNull Object> fields) {}

    private final MatterMoves moves;
    private final MatterAnswers answers;
    private final Carrying carrying;

    FillController(MatterMoves moves, MatterAnswers answers, Carrying carrying) {
        this.moves = moves;
        this.answers = answers;
        this.carrying = carrying;
    }

    @PostMapping
    @Permit("matter:matter:fill")
    ResponseEntity<MatterView> fill(Move move, @RequestBody @Valid FillRequest body) {
        return answers.take(
                move,
                Act.FILL,
                matter ->
                        new MatterMoves.Step(
                                carrying.filled(matter, body.fields(), moves.playbook(matter))));
    }
}
