package org.huying.whistle;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.territory.GeoPoint;
import org.huying.territory.TerritoryCode;

/// What somebody wants to whistle, as it came in.
///
/// @param lead who shall lead; empty to let the published list and the duty rules say
/// @param teams kinds of teams whose nearest one shall come (综合执法 1+X+Y); the first leads where nobody else does
/// @param assist who shall help; empty to let the published list say, where no lead was named either
record NewWhistle(
        String region,
        String rung,
        String cause,
        Optional<String> item,
        String reason,
        Optional<UUID> matter,
        boolean emergency,
        String title,
        String text,
        TerritoryCode area,
        String place,
        Optional<GeoPoint> point,
        Optional<UUID> lead,
        List<UUID> assist,
        List<String> teams) {}
