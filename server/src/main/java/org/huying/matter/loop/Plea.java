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
public record Plea(
        int no,
        PleaKind kind,
        Standing state,
        UUID by,
        String reason,
        Optional<TimeLimit> length,
        Optional<Instant> until) {

    Plea now(Standing next) {
        return new Plea(no, kind, next, by, reason, length, until);
    }

    public enum Standing {
        OPEN,
        GRANTED,
        DENIED
    }
}
