package org.huying.suggest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.huying.suggest.names.Gazetteer;
import org.huying.suggest.names.PlaceName;
import org.huying.territory.Territory;
import org.huying.territory.TerritoryCode;
import org.springframework.stereotype.Component;

/// The dictionaries of place names, one for each region; a renamed place is known within a minute.
@Component
class Gazetteers {

    private static final int MOST_REGIONS = 64;
    private static final int MOST_NAMES = 50_000;

    private final Territory territory;
    private final Clock clock;
    private final Cache<String, Gazetteer> gazetteers =
            Caffeine.newBuilder()
                    .maximumSize(MOST_REGIONS)
                    .expireAfterWrite(Duration.ofMinutes(1))
                    .build();

    Gazetteers(Territory territory, Clock clock) {
        this.territory = territory;
        this.clock = clock;
    }

    Gazetteer of(String region) {
        return gazetteers.get(region, it -> build(TerritoryCode.of(it), clock.instant()));
    }

    private Gazetteer build(TerritoryCode county, Instant at) {
        return Gazetteer.of(county, names(county, at));
    }

    private List<PlaceName> names(TerritoryCode county, Instant at) {
        var names = new ArrayList<PlaceName>();
        var queue = new ArrayDeque<>(List.of(county));
        while (!queue.isEmpty() && names.size() < MOST_NAMES) {
            for (var node : territory.children(queue.remove(), at)) {
                names.add(new PlaceName(node.code(), node.name()));
                queue.add(node.code());
            }
        }
        return names;
    }
}
