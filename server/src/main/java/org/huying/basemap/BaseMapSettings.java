package org.huying.basemap;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Which map service lies under our own map. Its tiles must be in CGCS2000 or WGS-84 on the usual web map squares; those of
/// services in GCJ-02 or BD-09 would lie some hundred metres beside everything else.
///
/// @param layers addresses of tiles from the bottom up, with `{z}`, `{x}`, `{y}` and, where there are several hosts, `{s}`;
///     none without a service
/// @param hosts what `{s}` stands for in turn
/// @param approval the approval number of the map (审图号), which must be shown wherever the map is
/// @param attribution whose map it is
/// @param deepest the closest zoom the service has
/// @param keep how long a tile is kept before it is asked for anew
/// @param megabytes of tiles kept at most
/// @param perMinute how many tiles are asked of the service in a minute at most, for keys have their quota
/// @param folder where tiles are kept, `basemap` in the data folder unless set
@ConfigurationProperties("huying.basemap")
record BaseMapSettings(
        @DefaultValue List<String> layers,
        @DefaultValue List<String> hosts,
        @DefaultValue("") String approval,
        @DefaultValue("") String attribution,
        @DefaultValue("18") int deepest,
        @DefaultValue("30d") Duration keep,
        @DefaultValue("512") int megabytes,
        @DefaultValue("1200") int perMinute,
        @Nullable Path folder) {}
