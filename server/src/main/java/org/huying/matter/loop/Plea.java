package org.huying.matter.loop;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.huying.calendar.TimeLimit;
import org.huying.playbook.PleaKind;

/// Something applied for; somebody else decides.
///
/// @param no from 1 within the matter
/// @param length the longer limit asked for by an extension
/// @param until the date a suspension should last to
/// @param since when the stage began that more time is asked for
public record Plea(
        int no,
        PleaKind kind,
        Standing state,
        UUID by,
        String reason,
        Optional<TimeLimit> length,
        Optional<Instant> until,
        Optional<Instant> since) {

    Plea now(Standing next) {
        return new Plea(no, kind, next, by, reason, length, until, since);
    }

    /// Whether it asks for time of a stage that is over, as another one has begun at `present`.
    boolean past(Instant present) {
        return since.filter(it -> !it.equals(present)).isPresent();
    }

    public enum Standing {
        OPEN,
        GRANTED,
        DENIED,
        /// Its stage ended before anybody decided, and more time was asked for anew.
        LAPSED
    }
}
