package org.huying.notice;

import java.util.Set;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.territory.TerritoryCode;

/// Which inboxes are whose.
public final class Inboxes {

    private Inboxes() {}

    /// The inbox of the desk of a place: of its community, or of the place itself above that level.
    public static UUID desk(TerritoryCode area) {
        return Recipients.desk(area);
    }

    /// What whoever asked is told by text message: an inbox that nobody reads.
    public static UUID phone(UUID matter) {
        return Recipients.phone(matter);
    }

    /// The recipients for whom this caller reads notices; only the caller's own where nothing else is granted.
    public static Set<UUID> of(Caller caller) {
        return Recipients.inboxes(caller);
    }
}
