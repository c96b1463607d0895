package org.huying.matter;

import java.util.function.Function;
import org.huying.access.Caller;
import org.huying.matter.loop.Command;
import org.huying.matter.loop.Matter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// Takes a step and answers with the matter as this caller sees it; the version travels as `ETag`.
@Component
class MatterAnswers {

    private final MatterMoves moves;
    private final MatterViews views;

    MatterAnswers(MatterMoves moves, MatterViews views) {
        this.moves = moves;
        this.views = views;
    }

    ResponseEntity<MatterView> take(Move move, Command command) {
        return of(moves.take(move, command), move.caller());
    }

    ResponseEntity<MatterView> take(Move move, Command command, MatterDesk.Also also) {
        return of(moves.take(move, command, also), move.caller());
    }

    /// A step whose command is found in the matter as it stands.
    ResponseEntity<MatterView> take(Move move, Act act, Function<Matter, MatterMoves.Step> step) {
        return of(moves.take(move, act, step), move.caller());
    }

    ResponseEntity<MatterView> of(Matter matter, Caller caller) {
        return ResponseEntity.ok()
                .header(HttpHeaders.ETAG, "\"" + matter.version() + "\"")
                .body(views.of(matter, caller));
    }
}
