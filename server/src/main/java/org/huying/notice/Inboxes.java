package org.huying.notice;

import java.util.Set;
import java.util.UUID;
import org.huying.access.Caller;

/// Which inboxes are whose.
public final class Inboxes {

    private Inboxes() {}

    /// The recipients for whom this caller reads notices; only the caller's own where nothing else is granted.
    public static Set<UUID> of(Caller caller) {
        return Recipients.inboxes(caller);
    }
}
