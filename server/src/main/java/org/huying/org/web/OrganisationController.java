package org.huying.org.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.access.Unversioned;
import org.huying.org.Duties;
import org.huying.org.DutyQuestion;
import org.huying.org.duplicates.Duplicates;
import org.huying.org.edit.OrgEdits;
import org.huying.org.store.Rows;
import org.huying.org.web.Requests.EndRequest;
import org.huying.org.web.Requests.OrganisationRequest;
import org.huying.org.web.Requests.OrganisationsRequest;
import org.huying.org.web.Views.DuplicateView;
import org.huying.org.web.Views.DuplicatesView;
import org.huying.org.web.Views.OrganisationView;
import org.huying.org.web.Views.OrganisationsView;
import org.huying.org.web.Views.ResponsibleView;
import org.huying.org.web.Views.SavedView;
import org.huying.problem.Problem;
import org.huying.problem.Seen;
import org.huying.territory.Node;
import org.huying.territory.Territory;
import org.huying.territory.TerritoryCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The register of bodies, and who answers for what.
@RestController
@RequestMapping("/api/v1/{region}/organisations")
class OrganisationController {
    private static final String COUNTY = "\\d{6}";
    private static final int MOST_PAIRS = 500;

    private final SeenBodies bodies;
    private final OrgEdits edits;
    private final Duties duties;
    private final Territory territory;
    private final Clock clock;
    private final Acts acts;

    OrganisationController(
            SeenBodies bodies,
            OrgEdits edits,
            Duties duties,
            Territory territory,
            Clock clock,
            Acts acts) {
        this.bodies = bodies;
        this.edits = edits;
        this.duties = duties;
        this.territory = territory;
        this.clock = clock;
        this.acts = acts;
    }

    /// @param answering also those above that answer for the caller's places by the duty list: whom a desk may dispatch to
    @Permit(Scope.READ)
    @GetMapping
    OrganisationsView list(
            @PathVariable @Pattern(regexp = COUNTY) String region,
            @RequestParam(required = false) @Nullable @Size(max = 100) String after,
            @RequestParam(defaultValue = "200") @Min(1) @Max(1000) int limit,
            @RequestParam(defaultValue = "false") boolean answering,
            Caller caller) {
        var shown = answering ? bodies.answering(caller, region) : bodies.reached(caller, region);
        var page = Pages.of(shown, Rows.Body::key, after, limit);
        return new OrganisationsView(
                page.items().stream().map(OrganisationView::of).toList(), page.next());
    }

    @Permit(Scope.READ)
    @GetMapping("/{id}")
    ResponseEntity<OrganisationView> one(
            @PathVariable @Pattern(regexp = COUNTY) String region,
            @PathVariable UUID id,
            Caller caller) {
        var found = find(caller, Scope.READ, region, id);
        return Seen.tagged(found.version(), OrganisationView.of(found));
    }

    /// Adds bodies whose key is new and changes the others where they differ.
    @Permit(Scope.EDIT)
    @PostMapping("/import")
    @Unversioned(Unversioned.STANDS)
    SavedView save(
            @PathVariable @Pattern(regexp = COUNTY) String region,
            @RequestBody @Valid OrganisationsRequest body,
            Caller caller) {
        var entries = body.items().stream().map(OrganisationRequest::entry).toList();
        var known =
                bodies.ofRegion(region).stream()
                        .collect(Collectors.toMap(Rows.Body::key, Rows.Body::anchor));
        for (var entry : entries) {
            Scope.require(caller, Scope.EDIT, region, entry.anchor());
            Optional.ofNullable(known.get(entry.key()))
                    .ifPresent(anchor -> Scope.require(caller, Scope.EDIT, region, anchor));
        }
        var outcome =
                acts.perform(
                        caller,
                        region,
                        "org.organisations.save",
                        entries.size() + " × " + entries.getFirst().key(),
                        () -> edits.save(region, entries, acts.day(body.from())));
        return new SavedView(outcome.added(), outcome.changed(), outcome.ids());
    }

    /// Ends a body at the version its caller saw.
    @Permit(Scope.EDIT)
    @PostMapping("/{id}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> end(
            @PathVariable @Pattern(regexp = COUNTY) String region,
            @PathVariable UUID id,
            @RequestBody @Valid EndRequest body,
            Seen seen,
            Caller caller) {
        var found = find(caller, Scope.EDIT, region, id);
        seen.at(found.version());
        acts.perform(
                caller,
                region,
                "org.organisation.end",
                found.key(),
                () -> edits.end(region, id, seen.version(), acts.day(body.to())));
        return Seen.now(seen.version() + 1);
    }

    /// Bodies that are probably the same under two spellings, most probable first, at most 500 pairs.
    @Permit(Scope.READ)
    @GetMapping("/duplicates")
    DuplicatesView duplicates(
            @PathVariable @Pattern(regexp = COUNTY) String region, Caller caller) {
        var open =
                bodies.reached(caller, region).stream()
                        .filter(body -> body.span().to().isEmpty())
                        .map(body -> new Duplicates.Body(body.id(), body.name(), body.anchor()))
                        .toList();
        var pairs = Duplicates.among(open, streets(region));
        return new DuplicatesView(pairs.stream().limit(MOST_PAIRS).map(DuplicateView::of).toList());
    }

    /// Who answers for an item at a place now; with `post`, only the holder of that post.
    @Permit(Scope.READ)
    @GetMapping("/responsible")
    ResponsibleView responsible(
            @PathVariable @Pattern(regexp = COUNTY) String region,
            @RequestParam @NotBlank @Size(max = 100) String item,
            @RequestParam(name = "class", defaultValue = "") @Size(max = 100) String itemClass,
            @RequestParam TerritoryCode area,
            @RequestParam(required = false) @Nullable @Size(max = 100) String post,
            Caller caller) {
        Scope.require(caller, Scope.READ, region, Optional.of(area));
        return duties.responsible(
                        new DutyQuestion(
                                item, itemClass, area, Optional.ofNullable(post), clock.instant()))
                .map(ResponsibleView::of)
                .orElseThrow(
                        () -> Problem.NOT_FOUND.with("这里没有负责的单位或人", "Nobody is responsible here"));
    }

    private Rows.Body find(Caller caller, String permission, String region, UUID id) {
        return bodies.ofRegion(region).stream()
                .filter(body -> body.id().equals(id))
                .filter(body -> Scope.reaches(caller, permission, region, body.anchor()))
                .findFirst()
                .orElseThrow(Problem.NOT_FOUND::plain);
    }

    private Set<String> streets(String region) {
        return territory.children(TerritoryCode.of(region), clock.instant()).stream()
                .map(Node::name)
                .collect(Collectors.toSet());
    }
}
