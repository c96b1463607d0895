package org.huying.org.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.access.Unversioned;
import org.huying.org.Organisation;
import org.huying.org.Organisations;
import org.huying.org.edit.CoverageEdits;
import org.huying.org.store.Coverages;
import org.huying.org.store.Rows;
import org.huying.territory.TerritoryCode;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Which bodies work for which areas and industries.
@RestController
@RequestMapping("/api/v1/{region}/coverage")
class CoverageController {
    private static final String COUNTY = "\\d{6}";
    private static final int USUAL = 200;
    private static final String INDUSTRY = "[a-z][a-z0-9.-]{0,63}";

    private final Coverages coverages;
    private final CoverageEdits edits;
    private final Organisations organisations;
    private final Acts acts;

    CoverageController(
            Coverages coverages, CoverageEdits edits, Organisations organisations, Acts acts) {
        this.coverages = coverages;
        this.edits = edits;
        this.organisations = organisations;
        this.acts = acts;
    }

    record AreaRequest(
            @NotNull TerritoryCode area, @Nullable @Pattern(regexp = INDUSTRY) String industry) {}

    record CoverageRequest(
            @NotBlank @Size(max = 100) String organisation,
            @NotNull @Size(max = 1000) List<@Valid @NotNull AreaRequest> areas) {

        CoverageEdits.Entry entry() {
            return new CoverageEdits.Entry(
                    organisation,
                    areas.stream()
                            .map(it ->
                                    new CoverageEdits.Area(
                                            it.area(), Optional.ofNullable(it.industry())))
                            .toList());
        }
    }

    record CoveragesRequest(
            @NotEmpty @Size(max = Requests.MOST) List<@Valid @NotNull CoverageRequest> items,
            @Nullable LocalDate from) {}

    /// @param industry only for this industry there
    record CoverageView(
            UUID id,
            UUID organisation,
            @Nullable String organisationName,
            TerritoryCode area,
            @Nullable String industry,
            LocalDate validFrom) {}

    record CoveragesView(List<CoverageView> items, @Nullable UUID next) {}

    record CoverageSavedView(int added, int ended) {}

    /// What to look for: who works for `area`, for itself or for a place above it; without it, everything that holds
    /// `within`, the county if it is missing.
    record CoverageQuery(
            @Nullable TerritoryCode area,
            @Nullable TerritoryCode within,
            @Nullable UUID organisation,
            @Nullable @Size(max = 64) String industry,
            @Nullable UUID after,
            @Nullable @Min(1) @Max(1000) Integer limit) {

        Optional<TerritoryCode> asked() {
            return Optional.ofNullable(area).or(() -> Optional.ofNullable(within));
        }

        Coverages.Filter filter(TerritoryCode county, LocalDate day) {
            return new Coverages.Filter(
                    area != null || within == null ? county : within,
                    Optional.ofNullable(area),
                    Optional.ofNullable(organisation),
                    Optional.ofNullable(industry),
                    day);
        }
    }

    @Permit(Scope.READ)
    @GetMapping
    CoveragesView list(
            @PathVariable @Pattern(regexp = COUNTY) String region,
            @Valid CoverageQuery query,
            Caller caller) {
        Scope.require(caller, Scope.READ, region, query.asked());
        int limit = query.limit() == null ? USUAL : query.limit();
        var filter = query.filter(TerritoryCode.of(region), acts.day(null));
        var found = coverages.page(filter, Optional.ofNullable(query.after()), limit + 1);
        var page = Pages.of(found, Rows.Coverage::id, null, limit);
        var ids = page.items().stream().map(Rows.Coverage::organisation).toList();
        var names = organisations.names(region, ids);
        return new CoveragesView(
                page.items().stream()
                        .map(row ->
                                new CoverageView(
                                        row.id(),
                                        row.organisation(),
                                        names.get(row.organisation()),
                                        row.area(),
                                        row.industry().orElse(null),
                                        row.span().from()))
                        .toList(),
                page.next());
    }

    /// Gives each named body exactly these areas; none where the list is empty.
    @Permit(Scope.EDIT)
    @PostMapping("/import")
    @Unversioned(Unversioned.STANDS)
    CoverageSavedView save(
            @PathVariable @Pattern(regexp = COUNTY) String region,
            @RequestBody @Valid CoveragesRequest body,
            Caller caller) {
        var entries = body.items().stream().map(CoverageRequest::entry).toList();
        for (var entry : entries) {
            var anchor =
                    organisations.byKey(region, entry.organisation()).flatMap(Organisation::anchor);
            Scope.require(caller, Scope.EDIT, region, anchor);
            entry.areas()
                    .forEach(it ->
                            Scope.require(caller, Scope.EDIT, region, Optional.of(it.area())));
        }
        var outcome =
                acts.perform(
                        caller,
                        region,
                        "org.coverage.save",
                        entries.size() + " × " + entries.getFirst().organisation(),
                        () -> edits.save(region, entries, acts.day(body.from())));
        return new CoverageSavedView(outcome.added(), outcome.ended());
    }
}
