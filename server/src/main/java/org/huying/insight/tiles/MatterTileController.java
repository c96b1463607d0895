package org.huying.insight.tiles;

import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.insight.sql.Box;
import org.huying.insight.sql.Cut;
import org.huying.insight.sql.PointStatement;
import org.huying.insight.web.Visible;
import org.huying.problem.Problem;
import org.huying.tile.Tile;
import org.huying.tile.TileAnswer;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Open matters on the map.
@RestController
class MatterTileController {
    private static final Duration FRESH = Duration.ofSeconds(2);
    private static final int SINGLES_FROM = 16;
    private static final int MOST_SINGLES = 1_000;

    private final Openings openings;
    private final JdbcClient jdbc;
    private final Clock clock;

    MatterTileController(Openings openings, JdbcClient jdbc, Clock clock) {
        this.openings = openings;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Clusters (layer `clusters`: `count`, `late`, `soon`), some seconds old, and from zoom 16 on single matters (layer
    /// `matters`) as they stand. Who may see no single matter, or asks for `sums`, gets clusters at every zoom, none under
    /// five and none of a place smaller than some three hundred metres.
    @GetMapping(value = "/api/v1/{region}/tiles/matters/{z}/{x}/{y}", produces = TileAnswer.MVT)
    @Permit(Visible.COUNTERS)
    ResponseEntity<byte[]> matterTile(
            @PathVariable @Pattern(regexp = "\\d{6}") String region,
            @PathVariable int z,
            @PathVariable int x,
            @PathVariable int y,
            @RequestParam(defaultValue = "matters") @Pattern(regexp = "matters|sums") String view,
            Caller caller) {
        var tile = TileAnswer.tile(z, x, y);
        var lists = Cut.of(caller.reach(Visible.LISTS), region);
        var picture = new MatterPicture(tile, clock.instant());
        return TileAnswer.of(
                lists.isEmpty() || view.equals("sums")
                        ? picture.sums(openings.of(region), counters(caller, region))
                        : draw(picture, tile, region, lists),
                FRESH);
    }

    private byte[] draw(MatterPicture picture, Tile tile, String region, List<Cut> cuts) {
        if (tile.z() >= SINGLES_FROM) {
            var singles = singles(tile, region, cuts);
            if (singles.size() <= MOST_SINGLES) {
                return picture.singles(singles);
            }
        }
        return picture.clusters(openings.of(region), cuts);
    }

    private List<SinglePoint> singles(Tile tile, String region, List<Cut> cuts) {
        var box = new Box(tile.west(), tile.southEdge(), tile.eastEdge(), tile.north());
        var statement = PointStatement.of(region, cuts, box, MOST_SINGLES + 1);
        return jdbc.sql(statement.sql())
                .params(statement.params())
                .query((row, _) -> SinglePoint.of(row))
                .list();
    }

    /// Sums belong to places, not to units.
    private static List<Cut> counters(Caller caller, String region) {
        var cuts =
                Visible.cuts(caller, Visible.COUNTERS, region).stream()
                        .filter(cut -> cut.unit().isEmpty())
                        .toList();
        if (cuts.isEmpty()) {
            throw Problem.NOT_FOUND.plain();
        }
        return cuts;
    }
}
