package org.huying.matter;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What belongs to a matter, as far as the caller may see it, and how many there are in all.
///
/// @param master the matter it was merged into; `merged` those that were merged into it
/// @param parent the matter it was split from; `parts` those that were split from it
/// @param followers how many residents follow it besides whoever reported it
record KinView(
        @Nullable KinLine master,
        List<KinLine> merged,
        int mergedCount,
        @Nullable KinLine parent,
        List<KinLine> parts,
        int partsCount,
        int followers) {

    /// One of them. Whose it is not sees number, title and state only.
    record KinLine(
            @Nullable UUID id,
            String number,
            String title,
            StateName state,
            @Nullable String rating,
            OffsetDateTime reportedAt) {}
}
