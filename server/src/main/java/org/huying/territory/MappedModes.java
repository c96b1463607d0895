package org.huying.territory;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huying.database.Snapshots;
import org.huying.territory.store.ModeRows;
import org.huying.territory.store.Revisions;
import org.springframework.stereotype.Component;

/// Answers from the modes of the counties in memory. They share the revision of the county's places.
@Component
class MappedModes implements Modes {
    private final Snapshots<ModeMap> maps;

    MappedModes(Snapshots<ModeMap> maps) {
        this.maps = maps;
    }

    static Snapshots.Source<ModeMap> source(ModeRows rows, Revisions revisions) {
        return new Snapshots.Source<>() {
            @Override
            public Snapshots.Versioned<ModeMap> load(String region) {
                long revision = revisions.of(List.of(region)).getOrDefault(region, 0L);
                return new Snapshots.Versioned<>(revision, ModeMap.of(rows.ofRegion(region)));
            }

            @Override
            public Map<String, Long> revisions(List<String> regions) {
                return revisions.of(regions);
            }
        };
    }

    @Override
    public Optional<String> at(TerritoryCode place, Instant at) {
        return place.level().compareTo(Level.COUNTY) < 0
                ? Optional.empty()
                : maps.of(place.region()).at(place, at);
    }
}
