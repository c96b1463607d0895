package org.huying.territory.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Audit;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.access.Unversioned;
import org.huying.territory.Node;
import org.huying.territory.Territory;
import org.huying.territory.TerritoryCode;
import org.huying.territory.TerritoryDay;
import org.huying.territory.edit.Flaw;
import org.huying.territory.edit.OldGridEdits;
import org.huying.territory.store.OldGrids;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The grids that single lines of work had before (多网合一), and which grid each is now.
@RestController
@RequestMapping("/api/v1/{region}/territory/old-grids")
class OldGridController {
    private static final String COUNTY = "\\d{6}";
    private static final int MOST = 5000;
    private static final int PAGE = 500;

    private final OldGrids rows;
    private final OldGridEdits edits;
    private final Territory territory;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    OldGridController(
            OldGrids rows,
            OldGridEdits edits,
            Territory territory,
            Audit audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.edits = edits;
        this.territory = territory;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    record OldGridRequest(
            @NotBlank @Size(max = 50) String line,
            @NotBlank @Size(max = 50) String code,
            @NotNull @Size(max = 100) String name,
            @NotNull TerritoryCode grid) {

        OldGrids.OldGrid old() {
            return new OldGrids.OldGrid(line.strip(), code.strip(), name.strip(), grid);
        }
    }

    record OldGridsRequest(
            @NotEmpty @Size(max = MOST) List<@Valid @NotNull OldGridRequest> items) {}

    /// @param grid the grid it became when the line was taken over
    /// @param now the grids that stand in its place today
    record OldGridView(
            UUID id,
            String line,
            String code,
            String name,
            TerritoryCode grid,
            List<TerritoryCode> now,
            LocalDate since) {}

    record OldGridsView(List<OldGridView> items, @Nullable UUID next) {}

    record OldGridsSavedView(int read, int changed, List<Flaw> flaws) {}

    /// The layers of a grid (`within`), of a line, or the grid of one old code; 500 a page.
    @Permit(Scope.READ)
    @GetMapping
    OldGridsView list(
            @PathVariable @Pattern(regexp = COUNTY) String region,
            @RequestParam(required = false) @Nullable @Size(max = 50) String line,
            @RequestParam(required = false) @Nullable @Size(max = 50) String code,
            @RequestParam(required = false) @Nullable TerritoryCode within,
            @RequestParam(required = false) @Nullable UUID after,
            Caller caller) {
        var area = within == null ? TerritoryCode.of(region) : within;
        Scope.require(caller, Scope.READ, region, area);
        var filter =
                new OldGrids.Filter(Optional.ofNullable(line), Optional.ofNullable(code), area);
        var page = rows.page(region, filter, Optional.ofNullable(after), PAGE + 1);
        boolean more = page.size() > PAGE;
        var shown = more ? page.subList(0, PAGE) : page;
        return new OldGridsView(
                shown.stream().map(this::view).toList(), more ? shown.getLast().id() : null);
    }

    /// Adds them, and changes those that lead elsewhere; with one flaw nothing is changed.
    @Permit(Scope.IMPORT)
    @PostMapping("/import")
    @Unversioned(Unversioned.STANDS)
    OldGridsSavedView save(
            @PathVariable @Pattern(regexp = COUNTY) String region,
            @RequestBody @Valid OldGridsRequest body,
            Caller caller) {
        var grids = body.items().stream().map(OldGridRequest::old).toList();
        grids.forEach(it -> Scope.require(caller, Scope.IMPORT, region, it.grid()));
        var outcome =
                transaction.execute(_ -> {
                    var saved = edits.save(region, grids, TerritoryDay.of(clock.instant()));
                    if (saved.changed() > 0) {
                        var what = grids.size() + " × " + grids.getFirst().line();
                        audit.acted(
                                caller, region, "territory.old-grids.save", what, Optional.empty());
                    }
                    return saved;
                });
        return new OldGridsSavedView(outcome.read(), outcome.changed(), outcome.flaws());
    }

    private OldGridView view(OldGrids.Row row) {
        var old = row.old();
        return new OldGridView(
                row.id(),
                old.line(),
                old.oldCode(),
                old.name(),
                old.grid(),
                territory.successors(old.grid(), clock.instant()).stream().map(Node::code).toList(),
                row.since());
    }
}
