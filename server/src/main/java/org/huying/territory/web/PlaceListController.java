package org.huying.territory.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.huying.access.Permit;
import org.huying.problem.Problem;
import org.huying.territory.Level;
import org.huying.territory.Node;
import org.huying.territory.Territory;
import org.huying.territory.TerritoryCode;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The places of a county by name, for everybody: to say where something is, and to find one's own grid. Names and codes
/// only, down to the grids.
@RestController
@RequestMapping("/api/v1/{region}/places")
class PlaceListController {

    /// A place.
    ///
    /// @param within the names around it, from below the county down
    record NamedPlace(String code, String level, String name, List<String> within) {}

    /// @param next pass it as `after` for the next page; absent on the last
    record NamedPlaces(List<NamedPlace> items, @Nullable String next) {}

    private final Territory territory;
    private final Clock clock;

    PlaceListController(Territory territory, Clock clock) {
        this.territory = territory;
        this.clock = clock;
    }

    /// What lies directly below `parent`, the county if it is missing; with `q` everything below it whose name holds these
    /// words. By code.
    @GetMapping
    @Permit(Permit.OPEN)
    NamedPlaces places(
            @PathVariable @Pattern(regexp = "\\d{6}") String region,
            @RequestParam(required = false) @Nullable @Pattern(regexp = "\\d{6}|\\d{9}|\\d{12}")
                    String parent,
            @RequestParam(defaultValue = "") @Size(max = 30) String q,
            @RequestParam(defaultValue = "") @Pattern(regexp = "\\d{0,18}") String after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(200) int limit) {
        var now = clock.instant();
        var above = TerritoryCode.of(parent == null ? region : parent);
        if (!above.region().equals(region) || territory.node(above, now).isEmpty()) {
            throw Problem.PLACE_UNKNOWN.plain();
        }
        var found =
                below(above, q.strip(), now)
                        .filter(it -> it.code().level().compareTo(Level.GRID) <= 0)
                        .filter(it -> it.code().value().compareTo(after) > 0)
                        .limit(limit + 1L)
                        .toList();
        boolean more = found.size() > limit;
        var shown = more ? found.subList(0, limit) : found;
        return new NamedPlaces(
                shown.stream().map(it -> named(it, now)).toList(),
                more ? shown.getLast().code().value() : null);
    }

    private Stream<Node> below(TerritoryCode above, String words, Instant now) {
        return words.isEmpty()
                ? territory.children(above, now).stream()
                : territory.within(above, now).stream()
                        .filter(it -> !it.code().equals(above))
                        .filter(it -> it.name().contains(words));
    }

    private NamedPlace named(Node node, Instant now) {
        var around = territory.path(node.code(), now);
        return new NamedPlace(
                node.code().value(),
                Views.word(node.code().level()),
                node.name(),
                around.stream()
                        .filter(it -> !it.code().equals(node.code()))
                        .filter(it -> it.code().level() != Level.COUNTY)
                        .map(Node::name)
                        .toList());
    }
}
