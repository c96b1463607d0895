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
/// @param said what was said when somebody was met
public record Asked(
        boolean invited,
        Optional<Instant> last,
        Optional<Instant> closedAt,
        boolean revisit,
        Optional<Boolean> contacted,
        int missed,
        Optional<Said> said) {

    /// The answers to a revisit; what the place does not ask is empty.
    ///
    /// @param answer a key of the playbook's rating answers
    public record Said(
            Optional<Boolean> contacted, boolean solved, Optional<String> answer, Instant at) {}

    static final Asked NOT_YET =
            new Asked(
                    false,
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    Optional.empty(),
                    0,
                    Optional.empty());

    /// Done once more: an invitation to rate what was done before does not count.
    Asked afresh(boolean invites) {
        return new Asked(invites, last, closedAt, revisit, contacted, missed, said);
    }

    Asked inviting() {
        return new Asked(true, last, closedAt, revisit, contacted, missed, said);
    }

    Asked tried(Instant at) {
        return new Asked(true, Optional.of(at), closedAt, revisit, contacted, missed, said);
    }

    Asked answered(Optional<Boolean> wasContacted) {
        return new Asked(true, last, closedAt, revisit, wasContacted, missed, said);
    }

    Asked closed(Instant at, boolean owed) {
        return new Asked(invited, last, Optional.of(at), owed, contacted, 0, said);
    }

    /// With what has a column of its own in the store.
    public Asked column(Optional<Instant> closed) {
        return new Asked(invited, last, closed, revisit, contacted, missed, said);
    }

    Asked owes(boolean owed) {
        return new Asked(invited, last, closedAt, owed, contacted, 0, said);
    }

    /// Somebody was met and asked; nothing is owed any more.
    Asked heard(Said answers) {
        return new Asked(invited, last, closedAt, false, contacted, 0, Optional.of(answers));
    }

    /// Nobody was met; it is still owed.
    Asked missedAt(Instant at) {
        return new Asked(invited, Optional.of(at), closedAt, revisit, contacted, missed + 1, said);
    }
}
