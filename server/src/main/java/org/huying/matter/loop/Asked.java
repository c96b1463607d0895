package org.huying.matter.loop;

import java.time.Instant;
import java.util.Optional;

/// What is known about asking the resident.
///
/// @param invited the resident was invited to rate
/// @param last when somebody last tried
/// @param closedAt when it was resolved: the reopening window is measured from here
/// @param revisit a revisit is owed
/// @param missed how often somebody came to revisit and met nobody
public record Asked(
        boolean invited,
        Optional<Instant> last,
        Optional<Instant> closedAt,
        boolean revisit,
        Optional<Boolean> contacted,
        int missed) {

    static final Asked NOT_YET =
            new Asked(false, Optional.empty(), Optional.empty(), false, Optional.empty(), 0);

    /// Done once more: an invitation to rate what was done before does not count.
    Asked afresh(boolean invites) {
        return new Asked(invites, last, closedAt, revisit, contacted, missed);
    }

    Asked inviting() {
        return new Asked(true, last, closedAt, revisit, contacted, missed);
    }

    Asked tried(Instant at) {
        return new Asked(true, Optional.of(at), closedAt, revisit, contacted, missed);
    }

    Asked answered(Optional<Boolean> wasContacted) {
        return new Asked(true, last, closedAt, revisit, wasContacted, missed);
    }

    Asked closed(Instant at, boolean owed) {
        return new Asked(invited, last, Optional.of(at), owed, contacted, 0);
    }

    /// With what has a column of its own in the store.
    public Asked column(Optional<Instant> closed) {
        return new Asked(invited, last, closed, revisit, contacted, missed);
    }

    Asked owes(boolean owed) {
        return new Asked(invited, last, closedAt, owed, contacted, 0);
    }

    /// Nobody was met; it is still owed.
    Asked missedAt(Instant at) {
        return new Asked(invited, Optional.of(at), closedAt, revisit, contacted, missed + 1);
    }
}
