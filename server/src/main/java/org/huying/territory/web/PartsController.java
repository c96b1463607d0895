package org.huying.territory.web;

import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.util.List;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.problem.Seen;
import org.huying.territory.Node;
import org.huying.territory.Territory;
import org.huying.territory.TerritoryCode;
import org.huying.territory.store.NodeRow;
import org.huying.territory.store.Nodes;
import org.huying.territory.web.Views.NodeView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The places that a place consists of, with what is needed to draw them: one question for a whole map.
@RestController
class PartsController {
    private static final int MOST = 1_000;

    /// @param households `null` where nobody has said how many there are, as `residents` and `outline`
    record PartView(
            NodeView node,
            @Nullable Integer households,
            @Nullable Integer residents,
            @Nullable OutlineView outline) {

        static PartView of(NodeRow row) {
            return new PartView(
                    NodeView.of(row.node()),
                    row.sizes().households().orElse(null),
                    row.sizes().residents().orElse(null),
                    row.outline().map(OutlineView::of).orElse(null));
        }
    }

    record PartsView(List<PartView> parts) {}

    private final Territory territory;
    private final Nodes nodes;
    private final Clock clock;

    PartsController(Territory territory, Nodes nodes, Clock clock) {
        this.territory = territory;
        this.nodes = nodes;
        this.clock = clock;
    }

    /// Those directly below a place as they are now, by code, at most 1000.
    @Permit(Scope.READ)
    @GetMapping("/api/v1/{region}/territory/nodes/{code}/parts")
    ResponseEntity<PartsView> parts(
            @PathVariable @Pattern(regexp = "\\d{6}") String region,
            @PathVariable TerritoryCode code,
            Caller caller) {
        Scope.require(caller, Scope.READ, region, code);
        long revision = territory.revision(region);
        var codes =
                territory.children(code, clock.instant()).stream()
                        .limit(MOST)
                        .map(Node::code)
                        .toList();
        return Seen.tagged(
                revision,
                new PartsView(nodes.open(region, codes).stream().map(PartView::of).toList()));
    }
}
