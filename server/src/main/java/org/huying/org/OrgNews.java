package org.huying.org;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.huying.database.Snapshots;
import org.huying.eventlog.EventLog;
import org.huying.org.store.OrgRevisions;
import org.springframework.stereotype.Component;

/// Tells of a change within its transaction: to other modules, to other servers and to the map of this one.
@Component
public class OrgNews {
    private final EventLog events;
    private final OrgRevisions revisions;
    private final Snapshots<OrgMap> maps;
    private final Clock clock;

    OrgNews(EventLog events, OrgRevisions revisions, Snapshots<OrgMap> maps, Clock clock) {
        this.events = events;
        this.revisions = revisions;
        this.maps = maps;
        this.clock = clock;
    }

    public void changed(String region, UUID subject, String act) {
        events.append(new OrgChanged(region, subject, act, clock.instant()));
        revisions.grow(List.of(region));
        maps.changed(region);
    }
}
