package org.huying.basemap;

import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.huying.access.Permit;
import org.huying.problem.Problem;
import org.huying.territory.Level;
import org.huying.territory.TerritoryShapes;
import org.huying.territory.geo.Bounds;
import org.huying.tile.Tile;
import org.huying.tile.TileAnswer;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The map of a map service under our own. Browsers ask us and never the service: they need no key, and it learns nothing of
/// who looks where.
@RestController
class BaseMapController {
    private static final Duration FRESH = Duration.ofDays(1);
    private static final Set<Level> GROUND =
            EnumSet.of(Level.COUNTY, Level.STREET, Level.COMMUNITY);

    /// @param layers how many layers there are, from the bottom up; 0 where no service is set up
    /// @param approval its approval number (审图号), to be shown on the map
    /// @param attribution whose map it is, to be shown on the map
    /// @param shallowest the widest zoom there is
    /// @param deepest the closest zoom there is
    record BaseMapView(
            int layers, String approval, String attribution, int shallowest, int deepest) {}

    private final BaseMap map;
    private final BaseMapSettings settings;
    private final TerritoryShapes shapes;
    private final Clock clock;

    BaseMapController(BaseMap map, BaseMapSettings settings, TerritoryShapes shapes, Clock clock) {
        this.map = map;
        this.settings = settings;
        this.shapes = shapes;
        this.clock = clock;
    }

    /// What lies under the map here.
    @GetMapping("/api/v1/basemap")
    @Permit(Permit.OPEN)
    BaseMapView baseMap() {
        return new BaseMapView(
                map.layers(),
                settings.approval(),
                settings.attribution(),
                TileAnswer.SHALLOWEST,
                Math.min(settings.deepest(), TileAnswer.DEEPEST));
    }

    /// A tile of one layer as the service draws it. Only those on and next to the ground of the county are passed on, so
    /// that nobody spends the key of the place elsewhere.
    @GetMapping("/api/v1/{region}/basemap/{layer}/{z}/{x}/{y}")
    @Permit(Permit.OPEN)
    ResponseEntity<byte[]> baseMapTile(
            @PathVariable @Pattern(regexp = "\\d{6}") String region,
            @PathVariable int layer,
            @PathVariable int z,
            @PathVariable int x,
            @PathVariable int y) {
        var tile = TileAnswer.tile(z, x, y);
        if (layer < 0 || layer >= map.layers() || z > settings.deepest() || !here(region, tile)) {
            throw Problem.NOT_FOUND.with("没有这张瓦片", "There is no such tile");
        }
        var bytes = map.tile(new Square(layer, tile)).orElseThrow(Problem.NOT_FOUND::plain);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
                .contentType(
                        Image.of(bytes)
                                .map(it -> MediaType.parseMediaType(it.type()))
                                .orElse(MediaType.APPLICATION_OCTET_STREAM))
                .body(bytes);
    }

    private boolean here(String region, Tile tile) {
        double wide = tile.eastEdge() - tile.west();
        double high = tile.north() - tile.southEdge();
        var around =
                new Bounds(
                        tile.west() - wide,
                        tile.southEdge() - high,
                        tile.eastEdge() + wide,
                        tile.north() + high);
        return !shapes.within(region, around, clock.instant(), GROUND).isEmpty();
    }
}
