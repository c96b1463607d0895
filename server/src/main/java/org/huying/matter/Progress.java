package org.huying.matter;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody without an account, or somebody who only follows, sees: progress, no names, no notes meant for staff.
///
/// @param words the state in plain words
/// @param mayRate whether the requester's word is asked for
/// @param may what the requester may do now; empty for those who only follow
record Progress(
        String number,
        StateName state,
        String words,
        String title,
        OffsetDateTime reportedAt,
        @Nullable OffsetDateTime due,
        @Nullable String unit,
        @Nullable String outcome,
        boolean mayRate,
        List<Act> may,
        int version,
        List<Moved> moves) {

    /// One step.
    ///
    /// @param words what was said to whoever asked: questions and replies
    record Moved(OffsetDateTime at, String act, String to, String words) {}
}
