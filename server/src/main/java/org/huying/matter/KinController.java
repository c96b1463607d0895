package org.huying.matter;

import static org.huying.matter.Requests.words;

import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.matter.Requests.NoteRequest;
import org.huying.matter.SideRequests.MergeRequest;
import org.huying.matter.SideRequests.PartRequest;
import org.huying.matter.SideRequests.SplitRequest;
import org.huying.matter.loop.Command;
import org.huying.matter.loop.Matter;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Matters that belong together: parts that are split off, and repeats that are merged into one.
@RestController
@RequestMapping("/api/v1/{region}/matters/{id}")
class KinController {

    private final MatterDesk desk;
    private final MatterMoves moves;
    private final MatterAnswers answers;
    private final Reception reception;
    private final Merging merging;

    KinController(
            MatterDesk desk,
            MatterMoves moves,
            MatterAnswers answers,
            Reception reception,
            Merging merging) {
        this.desk = desk;
        this.moves = moves;
        this.answers = answers;
        this.reception = reception;
        this.merging = merging;
    }

    /// Parts of it become matters of their own; it can be handled when they are done.
    @PostMapping("/split")
    @Permit("matter:matter:split")
    ResponseEntity<MatterView> split(Move move, @RequestBody @Valid SplitRequest body) {
        var whole = moves.seen(move.id(), move.caller());
        var parts = new ArrayList<Matter>();
        for (var part : body.parts()) {
            parts.add(reception.prepared(part(whole, part), move.caller(), desk.now()));
        }
        var ids = parts.stream().map(it -> it.id().value()).toList();
        return answers.take(
                move,
                new Command.Split(ids, words(body.words())),
                _ -> {
                    parts.forEach(it -> open(it, move.caller()));
                    return Optional.empty();
                });
    }

    @PostMapping("/merge")
    @Permit("matter:matter:merge")
    ResponseEntity<MatterView> merge(Move move, @RequestBody @Valid MergeRequest body) {
        var matter = moves.seen(move.id(), move.caller());
        var into = new MatterId(move.id().region(), body.into());
        var master = moves.seen(into, move.caller());
        var command =
                new Command.Merge(body.into(), merging.fit(matter, master), words(body.words()));
        return answers.take(move, command, child -> merging.absorbed(into, child, move.caller()));
    }

    @PostMapping("/unmerge")
    @Permit("matter:matter:merge")
    ResponseEntity<MatterView> unmerge(Move move, @RequestBody @Valid NoteRequest body) {
        return answers.take(move, new Command.Unmerge(words(body.note())));
    }

    private void open(Matter part, Caller by) {
        desk.open(part, by, List.of(), Optional.empty())
                .orElseThrow(() -> new IllegalStateException("Without a key it cannot repeat"));
    }

    private static NewMatter part(Matter whole, PartRequest part) {
        var report = whole.report();
        var subject = whole.subject();
        return new NewMatter(
                whole.id().region(),
                report.channel(),
                report.demand(),
                part.title().strip(),
                part.text().strip(),
                report.place(),
                Optional.ofNullable(part.item()).or(subject::item),
                Optional.of(subject.area()),
                subject.point(),
                new NewMatter.Contact(Optional.empty(), Optional.empty()),
                List.of(),
                Optional.empty(),
                Optional.of(whole.id().value()));
    }
}
