package org.huying.territory.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Audit;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.problem.Problem;
import org.huying.problem.Seen;
import org.huying.territory.Modes;
import org.huying.territory.TerritoryCode;
import org.huying.territory.edit.ModeEdits;
import org.huying.territory.store.ModeRows;
import org.huying.territory.web.ModeViews.ModeNowView;
import org.huying.territory.web.ModeViews.ModeOffRequest;
import org.huying.territory.web.ModeViews.ModeOnRequest;
import org.huying.territory.web.ModeViews.ModeView;
import org.huying.territory.web.ModeViews.ModesView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Switching areas to another mode of work (平战结合) and back.
@RestController
@RequestMapping("/api/v1/{region}/modes")
class ModeController {
    private static final String COUNTY = "\\d{6}";

    private final ModeRows rows;
    private final ModeEdits edits;
    private final Modes modes;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ModeController(
            ModeRows rows,
            ModeEdits edits,
            Modes modes,
            Audit audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.edits = edits;
        this.modes = modes;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Every switch there was, the latest first, of areas that the caller reaches.
    @Permit(Scope.READ)
    @GetMapping
    ModesView list(
            @PathVariable @Pattern(regexp = COUNTY) String region,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(500) int limit,
            Caller caller) {
        var page =
                rows.ofRegion(region).stream()
                        .filter(row -> Scope.reaches(caller, Scope.READ, row.spell().area()))
                        .dropWhile(row -> after != null && !row.id().equals(after))
                        .filter(row -> !row.id().equals(after))
                        .limit(limit + 1L)
                        .map(ModeView::of)
                        .toList();
        boolean more = page.size() > limit;
        var shown = more ? page.subList(0, limit) : page;
        return new ModesView(shown, more ? shown.getLast().id() : null);
    }

    /// The mode that holds at a place now or at `at`; without one it is ordinary times.
    @Permit(Scope.READ)
    @GetMapping("/at/{area}")
    ModeNowView at(
            @PathVariable @Pattern(regexp = COUNTY) String region,
            @PathVariable TerritoryCode area,
            @RequestParam(required = false) @Nullable OffsetDateTime at,
            Caller caller) {
        Scope.require(caller, Scope.READ, region, area);
        var instant = at == null ? clock.instant() : at.toInstant();
        return new ModeNowView(area, modes.at(area, instant).orElse(null));
    }

    @Permit(Scope.SWITCH)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ModeView on(
            @PathVariable @Pattern(regexp = COUNTY) String region,
            @RequestBody @Valid ModeOnRequest body,
            Caller caller) {
        Scope.require(caller, Scope.SWITCH, region, body.area());
        return transaction.execute(_ -> {
            var row = edits.on(body.wish(), caller.account(), body.reason().strip());
            audit(caller, region, "territory.mode.on", body.area(), body.reason());
            return ModeView.of(row);
        });
    }

    /// Ends a mode now, at the version its caller saw.
    @Permit(Scope.SWITCH)
    @PostMapping("/{id}/off")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void off(
            @PathVariable @Pattern(regexp = COUNTY) String region,
            @PathVariable UUID id,
            Seen seen,
            @RequestBody @Valid ModeOffRequest body,
            Caller caller) {
        var area =
                rows.find(region, id)
                        .map(row -> row.spell().area())
                        .filter(code -> Scope.reaches(caller, Scope.SWITCH, code))
                        .orElseThrow(Problem.NOT_FOUND::plain);
        transaction.executeWithoutResult(_ -> {
            edits.off(region, id, seen.version(), caller.account(), body.reason().strip());
            audit(caller, region, "territory.mode.off", area, body.reason());
        });
    }

    private void audit(
            Caller caller, String region, String act, TerritoryCode area, String reason) {
        audit.acted(caller, region, act, area.value(), Optional.of(reason));
    }
}
