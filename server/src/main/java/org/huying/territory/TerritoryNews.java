package org.huying.territory;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.huying.database.Snapshots;
import org.huying.eventlog.EventLog;
import org.huying.territory.store.Revisions;
import org.springframework.stereotype.Component;

/// Tells of a change within its transaction: to other modules, to other servers and to the map of this one.
@Component
public class TerritoryNews {
    private final EventLog events;
    private final Revisions revisions;
    private final Snapshots<CountyMap> maps;
    private final Clock clock;

    TerritoryNews(EventLog events, Revisions revisions, Snapshots<CountyMap> maps, Clock clock) {
        this.events = events;
        this.revisions = revisions;
        this.maps = maps;
        this.clock = clock;
    }

    /// `upper` when provinces, cities or counties are among what has changed.
    public void changed(String region, UUID subject, String act, boolean upper) {
        events.append(new TerritoryChanged(region, subject, act, clock.instant()));
        var regions = new ArrayList<>(List.of(region));
        if (upper) {
            regions.add(Revisions.UPPER);
        }
        revisions.grow(regions);
        regions.forEach(maps::changed);
    }
}
