package org.huying.org.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.access.Unversioned;
import org.huying.org.edit.DutyEdits;
import org.huying.org.store.DutyLines;
import org.huying.org.store.Rows;
import org.huying.org.web.Requests.DutiesRequest;
import org.huying.org.web.Requests.DutyRequest;
import org.huying.org.web.Requests.EndRequest;
import org.huying.org.web.Views.DutiesSavedView;
import org.huying.org.web.Views.DutiesView;
import org.huying.org.web.Views.DutyView;
import org.huying.problem.Problem;
import org.huying.problem.Seen;
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

/// The duty list: which unit answers for what, and where.
@RestController
@RequestMapping("/api/v1/{region}/duties")
class DutyController {
    private static final String COUNTY = "\\d{6}";

    private final DutyLines lines;
    private final DutyEdits edits;
    private final Acts acts;

    DutyController(DutyLines lines, DutyEdits edits, Acts acts) {
        this.lines = lines;
        this.edits = edits;
        this.acts = acts;
    }

    @Permit(Scope.READ)
    @GetMapping
    ResponseEntity<DutiesView> list(
            @PathVariable @Pattern(regexp = COUNTY) String region,
            @RequestParam(required = false) @Nullable UUID unit,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "200") @Min(1) @Max(1000) int limit,
            Caller caller) {
        long revision = acts.revision(region);
        var found =
                lines.ofRegion(region).stream()
                        .filter(line -> unit == null || line.unit().equals(unit))
                        .filter(line -> Scope.reaches(caller, Scope.READ, line.area()))
                        .toList();
        var page = Pages.of(found, Rows.Duty::id, after, limit);
        return Seen.tagged(
                revision,
                new DutiesView(page.items().stream().map(DutyView::of).toList(), page.next()));
    }

    /// Adds lines; one that is there with another priority is replaced.
    @Permit(Scope.EDIT)
    @PostMapping("/import")
    @Unversioned(Unversioned.STANDS)
    DutiesSavedView save(
            @PathVariable @Pattern(regexp = COUNTY) String region,
            @RequestBody @Valid DutiesRequest body,
            Caller caller) {
        var entries = body.items().stream().map(DutyRequest::entry).toList();
        entries.forEach(
                entry -> Scope.require(caller, Scope.EDIT, region, Optional.of(entry.area())));
        var outcome =
                acts.perform(
                        caller,
                        region,
                        "org.duties.save",
                        entries.size() + " × " + entries.getFirst().subject(),
                        () -> edits.save(region, entries, acts.day(body.from())));
        return new DutiesSavedView(outcome.added(), outcome.changed());
    }

    @Permit(Scope.EDIT)
    @PostMapping("/{id}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> end(
            @PathVariable @Pattern(regexp = COUNTY) String region,
            @PathVariable UUID id,
            @RequestBody @Valid EndRequest body,
            Seen seen,
            Caller caller) {
        var found =
                lines.ofRegion(region).stream()
                        .filter(line -> line.id().equals(id))
                        .filter(line -> Scope.reaches(caller, Scope.EDIT, line.area()))
                        .findFirst()
                        .orElseThrow(Problem.NOT_FOUND::plain);
        return acts.perform(
                caller,
                region,
                seen,
                "org.duty.end",
                found.subject(),
                () -> edits.end(region, id, acts.day(body.to())));
    }
}
