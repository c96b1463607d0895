package org.huying.matter;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody without an account, or somebody who only follows, sees: progress, no names, no notes meant for staff.
///
/// @param words the state in plain words
/// @param mayRate whether the requester's word is asked for
/// @param may what the requester may do now; empty for those who only follow
/// @param hold why the clock stands, if it does; nothing for those who only follow
/// @param photos what was sent with the report and what shows that it was done; none for those who only follow
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
        @Nullable Wait hold,
        List<Photo> photos,
        List<Moved> moves) {

    /// The clock stands.
    ///
    /// @param kind `ASKED` while the requester is asked something, else `SUSPENDED` or the like
    /// @param question what the requester is asked
    /// @param until when it runs again at the latest
    @Schema(name = "ProgressHold")
    record Wait(
            String kind, @Nullable String question, OffsetDateTime since, OffsetDateTime until) {}

    /// A picture; its bytes are fetched apart.
    ///
    /// @param kind `report`, or what it proves
    @Schema(name = "ProgressPhoto")
    record Photo(UUID id, String kind, int width, int height) {}

    /// One step.
    ///
    /// @param words what was said to whoever asked: questions and replies
    record Moved(OffsetDateTime at, String act, String to, String words) {}
}
