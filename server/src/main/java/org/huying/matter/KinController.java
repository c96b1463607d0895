package org.huying.matter;

import static org.huying.matter.Requests.words;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.access.Unversioned;
import org.huying.matter.Requests.NoteRequest;
import org.huying.matter.SideRequests.AbsorbRequest;
import org.huying.matter.SideRequests.MergeRequest;
import org.huying.matter.SideRequests.PartRequest;
import org.huying.matter.SideRequests.SplitRequest;
import org.huying.matter.loop.Command;
import org.huying.matter.loop.Matter;
import org.huying.problem.Language;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
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
    private final Absorbing absorbing;
    private final Kin kin;

    KinController(
            MatterDesk desk,
            MatterMoves moves,
            MatterAnswers answers,
            Reception reception,
            Merging merging,
            Absorbing absorbing,
            Kin kin) {
        this.desk = desk;
        this.moves = moves;
        this.answers = answers;
        this.reception = reception;
        this.merging = merging;
        this.absorbing = absorbing;
        this.kin = kin;
    }

    /// Parts of it become matters of their own; it can be handled when they are done.
    @PostMapping("/split")
    @Permit("matter:matter:split")
    ResponseEntity<MatterView> split(Move move, @RequestBody @Valid SplitRequest body) {
        return answers.take(move, Act.SPLIT, whole -> split(whole, body, move.caller()));
    }

    private MatterMoves.Step split(Matter whole, SplitRequest body, Caller by) {
        var parts = new ArrayList<Matter>();
        for (var part : body.parts()) {
            parts.add(reception.prepared(part(whole, part), by, desk.now()));
        }
        var ids = parts.stream().map(it -> it.id().value()).toList();
        return new MatterMoves.Step(
                new Command.Split(ids, words(body.words())),
                _ -> {
                    parts.forEach(it -> open(it, by));
                    return Optional.empty();
                });
    }

    @PostMapping("/merge")
    @Permit("matter:matter:merge")
    ResponseEntity<MatterView> merge(Move move, @RequestBody @Valid MergeRequest body) {
        return answers.take(move, Act.MERGE, matter -> merge(matter, body, move.caller()));
    }

    private MatterMoves.Step merge(Matter matter, MergeRequest body, Caller by) {
        var into = new MatterId(matter.id().region(), body.into());
        var master = moves.seen(into, by);
        return new MatterMoves.Step(
                new Command.Merge(body.into(), merging.fit(matter, master), words(body.words())),
                child -> merging.absorbed(into, child, by));
    }

    @PostMapping("/unmerge")
    @Permit("matter:matter:merge")
    ResponseEntity<MatterView> unmerge(Move move, @RequestBody @Valid NoteRequest body) {
        return answers.take(move, new Command.Unmerge(words(body.note())));
    }

    /// What belongs to it: the master and what was merged, the whole and its parts, and how many follow it.
    @GetMapping("/kin")
    @Permit(Permit.SIGNED_IN)
    KinView kin(
            @PathVariable @Pattern(regexp = "\\d{6}") String region,
            @PathVariable UUID id,
            Caller caller) {
        return kin.of(moves.seen(new MatterId(region, id), caller), caller);
    }

    /// Merges many repeats into this one. Sent again it changes nothing more.
    @PostMapping("/absorb")
    @Unversioned(Unversioned.WAITS)
    @Permit("matter:matter:merge")
    List<Absorbing.Outcome> absorb(
            @PathVariable @Pattern(regexp = "\\d{6}") String region,
            @PathVariable UUID id,
            @RequestBody @Valid AbsorbRequest body,
            Caller caller,
            HttpServletRequest request) {
        var master = moves.seen(new MatterId(region, id), caller);
        return absorbing.absorb(
                master.id(), body.ids(), words(body.words()), caller, Language.of(request));
    }

    private void open(Matter part, Caller by) {
        if (desk.open(part, by, List.of(), Optional.empty(), MatterDesk.Also.NOTHING).isEmpty()) {
            throw new IllegalStateException("Without a key it cannot repeat");
        }
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
                report.hidden(),
                Map.of(),
                Optional.of(whole.id().value()));
    }
}
