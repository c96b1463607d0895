package org.huying.suggest;

import java.util.Optional;
import org.huying.territory.GeoPoint;
import org.huying.territory.TerritoryCode;

/// What is known of a request, stored or not.
///
/// @param place words for the place, may be empty
public record Request(
        String region,
        String title,
        String text,
        String place,
        String channel,
        String demand,
        Optional<String> item,
        Optional<TerritoryCode> area,
        Optional<GeoPoint> point) {}
