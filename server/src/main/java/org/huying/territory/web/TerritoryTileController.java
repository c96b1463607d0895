package org.huying.territory.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.problem.Problem;
import org.huying.territory.Level;
import org.huying.territory.Territory;
import org.huying.territory.TerritoryCode;
import org.huying.territory.TerritoryDay;
import org.huying.territory.TerritoryShapes;
import org.huying.territory.TerritoryShapes.Shape;
import org.huying.territory.geo.Bounds;
import org.huying.tile.Ring;
import org.huying.tile.Tile;
import org.huying.tile.TileAnswer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The map without any map key: outlines and names as vector tiles, drawn from memory.
@RestController
class TerritoryTileController {
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final long MOST_BYTES = 64L * 1024 * 1024;

    private final Territory territory;
    private final TerritoryShapes shapes;
    private final Clock clock;
    private final Cache<Drawn, byte[]> drawn =
            Caffeine.newBuilder()
                    .maximumWeight(MOST_BYTES)
                    .weigher((Drawn _, byte[] bytes) -> bytes.length + 100)
                    .build();

    TerritoryTileController(Territory territory, TerritoryShapes shapes, Clock clock) {
        this.territory = territory;
        this.shapes = shapes;
        this.clock = clock;
    }

    /// How much of what lies below a community is shown.
    private enum Depth {
        DIVISIONS,
        REACHED,
        ALL
    }

    private record Drawn(String region, long revision, LocalDate day, Tile tile, Depth depth) {}

    /// Layers `county`, `street`, `community`, `grid`, `micro-grid` as the zoom shows them, and `names`. Divisions are for
    /// everybody, what lies below for those who may see it. `schematic` says that an outline is none of a real survey.
    @GetMapping(value = "/api/v1/{region}/tiles/territory/{z}/{x}/{y}", produces = TileAnswer.MVT)
    @Permit(Permit.OPEN)
    ResponseEntity<byte[]> territoryTile(
            @PathVariable @Pattern(regexp = "\\d{6}") String region,
            @PathVariable int z,
            @PathVariable int x,
            @PathVariable int y,
            Caller caller) {
        var tile = TileAnswer.tile(z, x, y);
        long revision = territory.revision(region);
        if (revision == 0) {
            throw Problem.NOT_FOUND.plain();
        }
        var now = clock.instant();
        var depth = depth(caller, TerritoryCode.of(region));
        var wanted = new Drawn(region, revision, TerritoryDay.of(now), tile, depth);
        return TileAnswer.of(
                depth == Depth.REACHED
                        ? draw(wanted, caller, now)
                        : drawn.get(wanted, it -> draw(it, caller, now)),
                FRESH);
    }

    /// Where the map of a county lies and which zooms it has, as TileJSON says it. Without any outline there is no map.
    ///
    /// @param bounds west, south, east, north
    record TileMapView(
            String tilejson,
            List<String> tiles,
            int minzoom,
            int maxzoom,
            List<Double> bounds,
            boolean schematic) {}

    @GetMapping("/api/v1/{region}/tiles/territory")
    @Permit(Permit.OPEN)
    TileMapView territoryMap(@PathVariable @Pattern(regexp = "\\d{6}") String region) {
        var ground =
                Ground.of(shapes, region, clock.instant()).orElseThrow(Problem.NOT_FOUND::plain);
        var bounds = ground.bounds();
        return new TileMapView(
                "3.0.0",
                List.of("/api/v1/" + region + "/tiles/territory/{z}/{x}/{y}"),
                TileAnswer.SHALLOWEST,
                TileAnswer.DEEPEST,
                List.of(bounds.west(), bounds.south(), bounds.east(), bounds.north()),
                ground.schematic());
    }

    private static Depth depth(Caller caller, TerritoryCode county) {
        var reach = caller.reach(Scope.READ);
        if (!reach.touches(county)) {
            return Depth.DIVISIONS;
        }
        return Scope.reaches(caller, Scope.READ, county) ? Depth.ALL : Depth.REACHED;
    }

    private byte[] draw(Drawn wanted, Caller caller, Instant now) {
        var levels = TerritoryPicture.levels(wanted.tile().z());
        if (wanted.depth() == Depth.DIVISIONS) {
            levels.removeAll(List.of(Level.GRID, Level.MICRO_GRID));
        }
        var found = shapes.within(wanted.region(), bounds(wanted.tile()), now, levels);
        return TerritoryPicture.of(
                wanted.tile(),
                found.stream()
                        .filter(it -> wanted.depth() != Depth.REACHED || shown(caller, it))
                        .toList());
    }

    private static boolean shown(Caller caller, Shape shape) {
        return Optional.of(shape.node().code())
                .filter(it -> it.level().compareTo(Level.COMMUNITY) > 0)
                .map(it -> Scope.reaches(caller, Scope.READ, it))
                .orElse(true);
    }

    /// The tile with its rim.
    private static Bounds bounds(Tile tile) {
        double rim = (double) Ring.RIM / Tile.EXTENT;
        double wide = (tile.eastEdge() - tile.west()) * rim;
        double high = (tile.north() - tile.southEdge()) * rim;
        return new Bounds(
                tile.west() - wide,
                tile.southEdge() - high,
                tile.eastEdge() + wide,
                tile.north() + high);
    }
}
