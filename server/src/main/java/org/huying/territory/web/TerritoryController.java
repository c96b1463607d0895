package org.huying.territory.web;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.problem.Problem;
import org.huying.problem.Seen;
import org.huying.territory.Node;
import org.huying.territory.Territory;
import org.huying.territory.TerritoryCode;
import org.huying.territory.TerritoryDay;
import org.huying.territory.edit.OutlineImport;
import org.huying.territory.geo.Datum;
import org.huying.territory.store.Census;
import org.huying.territory.store.Lineage;
import org.huying.territory.store.Nodes;
import org.huying.territory.web.Views.CensusView;
import org.huying.territory.web.Views.CountView;
import org.huying.territory.web.Views.NodeDetail;
import org.huying.territory.web.Views.NodeView;
import org.huying.territory.web.Views.NodesView;
import org.huying.territory.web.Views.PlaceView;
import org.huying.territory.web.Views.TopologyView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Looking at the territory, now or at an instant `at`.
@RestController
@RequestMapping("/api/v1/{region}/territory")
class TerritoryController {
    private static final String COUNTY = "\\d{6}";
    private static final int COUNTY_DIGITS = 6;

    private final Territory territory;
    private final Nodes nodes;
    private final Lineage lineage;
    private final OutlineImport outlines;
    private final Census census;
    private final Clock clock;

    TerritoryController(
            Territory territory,
            Nodes nodes,
            Lineage lineage,
            OutlineImport outlines,
            Census census,
            Clock clock) {
        this.territory = territory;
        this.nodes = nodes;
        this.lineage = lineage;
        this.outlines = outlines;
        this.census = census;
        this.clock = clock;
    }

    /// The places directly below `parent` (the county itself if it is missing), by code.
    @Permit(Scope.READ)
    @GetMapping("/nodes")
    ResponseEntity<NodesView> children(
            @PathVariable @Pattern(regexp = COUNTY) String region,
            @RequestParam(required = false) @Nullable TerritoryCode parent,
            @RequestParam(required = false) @Nullable OffsetDateTime at,
            @RequestParam(defaultValue = "") @Pattern(regexp = "\\d{0,18}") String after,
            @RequestParam(defaultValue = "200") @Min(1) @Max(1000) int limit,
            Caller caller) {
        var above = parent == null ? TerritoryCode.of(region) : parent;
        if (above.value().length() < COUNTY_DIGITS || !above.region().equals(region)) {
            throw Problem.NOT_FOUND.plain();
        }
        long revision = territory.revision(region);
        var page =
                territory.children(above, instant(at)).stream()
                        .filter(node -> node.code().value().compareTo(after) > 0)
                        .filter(node -> Scope.reaches(caller, Scope.READ, node.code()))
                        .limit(limit + 1L)
                        .toList();
        boolean more = page.size() > limit;
        var shown = page.subList(0, Math.min(limit, page.size()));
        return Seen.tagged(
                revision,
                new NodesView(
                        shown.stream().map(NodeView::of).toList(),
                        more ? shown.getLast().code().value() : null));
    }

    @Permit(Scope.READ)
    @GetMapping("/nodes/{code}")
    ResponseEntity<NodeDetail> node(
            @PathVariable @Pattern(regexp = COUNTY) String region,
            @PathVariable TerritoryCode code,
            @RequestParam(required = false) @Nullable OffsetDateTime at,
            Caller caller) {
        Scope.require(caller, Scope.READ, region, code);
        var instant = instant(at);
        long revision = territory.revision(region);
        var row = nodes.on(code, TerritoryDay.of(instant)).orElseThrow(Problem.NOT_FOUND::plain);
        return Seen.tagged(
                revision, NodeDetail.of(row, territory.path(code, instant), lineage.of(code)));
    }

    /// The path from the county to the deepest place that holds the point.
    @Permit(Scope.READ)
    @GetMapping("/locate")
    PlaceView locate(
            @PathVariable @Pattern(regexp = COUNTY) String region,
            @RequestParam @DecimalMin("-180") @DecimalMax("180") double lon,
            @RequestParam @DecimalMin("-85") @DecimalMax("85") double lat,
            @RequestParam(defaultValue = "cgcs2000") @Pattern(regexp = "cgcs2000|gcj02|bd09")
                    String datum,
            @RequestParam(required = false) @Nullable OffsetDateTime at,
            Caller caller) {
        var instant = instant(at);
        var point = Datum.valueOf(datum.toUpperCase(Locale.ROOT)).toCgcs(lon, lat);
        return territory
                .locate(region, point, instant)
                .map(Node::code)
                .filter(code -> Scope.reaches(caller, Scope.READ, code))
                .map(code -> PlaceView.of(territory.path(code, instant)))
                .orElseThrow(Problem.NOT_FOUND::plain);
    }

    /// What does not fit together within `within`, the county if it is missing: at most 1000 findings.
    @Permit(Scope.READ)
    @GetMapping("/topology")
    TopologyView topology(
            @PathVariable @Pattern(regexp = COUNTY) String region,
            @RequestParam(required = false) @Nullable TerritoryCode within,
            Caller caller) {
        var place = within == null ? TerritoryCode.of(region) : within;
        Scope.require(caller, Scope.READ, region, place);
        return TopologyView.of(outlines.topology(place));
    }

    /// How many places there were at and below `within` on a day, by level and kind.
    @Permit(Scope.READ)
    @GetMapping("/census")
    CensusView census(
            @PathVariable @Pattern(regexp = COUNTY) String region,
            @RequestParam(required = false) @Nullable TerritoryCode within,
            @RequestParam(required = false) @Nullable LocalDate on,
            Caller caller) {
        var place = within == null ? TerritoryCode.of(region) : within;
        Scope.require(caller, Scope.READ, region, place);
        var day = on == null ? TerritoryDay.of(clock.instant()) : on;
        return new CensusView(day, census.of(place, day).stream().map(CountView::of).toList());
    }

    /// What stands in place of a code now or at `at`, after all mergers, splits and moves.
    @Permit(Scope.READ)
    @GetMapping("/nodes/{code}/successors")
    NodesView successors(
            @PathVariable @Pattern(regexp = COUNTY) String region,
            @PathVariable TerritoryCode code,
            @RequestParam(required = false) @Nullable OffsetDateTime at,
            Caller caller) {
        Scope.require(caller, Scope.READ, region, code);
        var found = territory.successors(code, instant(at));
        return new NodesView(found.stream().map(NodeView::of).toList(), null);
    }

    private Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? clock.instant() : at.toInstant();
    }
}
