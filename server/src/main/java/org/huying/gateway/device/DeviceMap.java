package org.huying.gateway.device;

import java.util.List;
import org.huying.access.Caller;
import org.huying.tile.Tile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Devices by where they stand, for those who reach that place. A device is no unit's property: a grant for one counts for
/// nothing.
@Repository
class DeviceMap {

    static final String READ = "gateway:device:read";

    private final JdbcClient jdbc;

    DeviceMap(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The areas of a county in which the caller sees all devices.
    static List<String> areas(Caller caller, String region) {
        return caller.reach(READ).areas(region);
    }

    /// Those of a tile within these areas, the alarmed ones first.
    ///
    /// @param alarmed none but those
    List<Device> within(String region, List<String> areas, Tile tile, boolean alarmed, int most) {
        return jdbc.sql(
                        """
                        SELECT * FROM gateway.device d
                         WHERE d.region = :region AND d.lon >= :west AND d.lon < :east AND d.lat >= :south AND d.lat < :north
                           AND (NOT :alarmed OR d.phase IN ('alarmed', 'falling'))
                           AND EXISTS (SELECT FROM unnest(:areas::text[]) AS a (code)
                                        WHERE coalesce(d.stands_in, d.area, d.region) >= a.code
                                          AND coalesce(d.stands_in, d.area, d.region) < a.code || ':')
                         ORDER BY d.phase IN ('alarmed', 'falling') DESC, d.id LIMIT :most
                        """)
                .param("region", region)
                .param("west", tile.west())
                .param("east", tile.eastEdge())
                .param("south", tile.southEdge())
                .param("north", tile.north())
                .param("alarmed", alarmed)
                .param("areas", areas.toArray(String[]::new))
                .param("most", most)
                .query((row, _) -> Rows.device(row))
                .list();
    }
}
