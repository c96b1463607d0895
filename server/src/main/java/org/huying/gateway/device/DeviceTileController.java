package org.huying.gateway.device;

import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.Duration;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.problem.Problem;
import org.huying.tile.TileAnswer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Devices on the map.
@RestController
class DeviceTileController {

    private static final Duration FRESH = Duration.ofSeconds(5);

    /// From this zoom on, a tile is some five kilometres wide, every device is shown.
    private static final int ALL_FROM = 13;

    private static final int MOST = 1_000;

    private final DeviceMap map;
    private final Clock clock;

    DeviceTileController(DeviceMap map, @Qualifier("wallClock") Clock clock) {
        this.map = map;
        this.clock = clock;
    }

    /// Layer `devices`, each with its name, kind and state, and a camera point with the link that leads out of here: all
    /// from zoom 13 on, those that alarm at every zoom, of either at most 1,000, within the areas that the caller reaches.
    @GetMapping(value = "/api/v1/{region}/tiles/devices/{z}/{x}/{y}", produces = TileAnswer.MVT)
    @Permit(DeviceMap.READ)
    ResponseEntity<byte[]> deviceTile(
            @PathVariable @Pattern(regexp = ConnectionController.REGION) String region,
            @PathVariable int z,
            @PathVariable int x,
            @PathVariable int y,
            Caller caller) {
        var tile = TileAnswer.tile(z, x, y);
        var areas = DeviceMap.areas(caller, region);
        if (areas.isEmpty()) {
            throw Problem.NOT_FOUND.plain();
        }
        var devices = map.within(region, areas, tile, z < ALL_FROM, MOST);
        return TileAnswer.of(DevicePicture.of(tile, devices, clock.instant()), FRESH);
    }
}
