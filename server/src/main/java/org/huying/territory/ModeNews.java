package org.huying.territory;

import java.util.List;
import org.huying.database.Snapshots;
import org.huying.eventlog.EventLog;
import org.huying.territory.store.Revisions;
import org.springframework.stereotype.Component;

/// Tells of a switch within its transaction: to other modules, to other servers and to the map of this one.
@Component
public class ModeNews {
    private final EventLog events;
    private final Revisions revisions;
    private final Snapshots<ModeMap> maps;

    ModeNews(EventLog events, Revisions revisions, Snapshots<ModeMap> maps) {
        this.events = events;
        this.revisions = revisions;
        this.maps = maps;
    }

    public void switched(ModeSwitched fact) {
        events.append(fact);
        revisions.grow(List.of(fact.region()));
        maps.changed(fact.region());
    }
}
