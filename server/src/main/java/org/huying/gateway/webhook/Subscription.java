package org.huying.gateway.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.territory.TerritoryCode;

/// Who outside is told what.
///
/// @param events types of events; empty for all
/// @param area only of matters that lie here
/// @param paused why nothing is sent at present
/// @param failures attempts that failed one after the other
record Subscription(
        UUID id,
        long version,
        String name,
        String url,
        List<String> events,
        TerritoryCode area,
        Optional<String> paused,
        int failures,
        Instant createdAt) {

    /// Somebody has stopped it.
    static final String MANUAL = "manual";

    /// Too many attempts failed.
    static final String FAILING = "failing";

    boolean wants(String type, TerritoryCode place) {
        return (events.isEmpty() || events.contains(type)) && place.within(area);
    }
}
