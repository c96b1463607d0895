package org.huying.matter.loop;

import java.time.Instant;
import java.util.Optional;

/// What is known about asking the resident.
///
/// @param invited the resident was invited to rate
/// @param last when somebody last tried
/// @param closedAt when it was resolved: the reopening window is measured from here
/// @param revisit a revisit is owed
public record Asked(
        boolean invited,
        Optional<Instant> last,
        Optional<Instant> closedAt,
        boolean revisit,
        Optional<Boolean> contacted) {

    static final Asked NOT_YET =
            new Asked(false, Optional.empty(), Optional.empty(), false, Optional.empty());

    /// Done once more: an invitation to rate what was done before does not count.
    Asked afresh(boolean invites) {
        return new Asked(invites, last, closedAt, revisit, contacted);
    }

    Asked inviting() {
        return new Asked(true, last, closedAt, revisit, contacted);
    }

    Asked tried(Instant at) {
        return new Asked(true, Optional.of(at), closedAt, revisit, contacted);
    }

    Asked answered(Optional<Boolean> wasContacted) {
        return new Asked(true, last, closedAt, revisit, wasContacted);
    }

    Asked closed(Instant at, boolean owed) {
        return new Asked(invited, last, Optional.of(at), owed, contacted);
    }

    /// With what has a column of its own in the store.
    public Asked column(Optional<Instant> closed) {
        return new Asked(invited, last, closed, revisit, contacted);
    }

    Asked owes(boolean owed) {
        return new Asked(invited, last, closedAt, owed, contacted);
    }
}
