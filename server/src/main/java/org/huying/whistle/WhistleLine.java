package org.huying.whistle;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.huying.whistle.WhistleView.CallerView;
import org.huying.whistle.WhistleView.Keyed;
import org.huying.whistle.WhistleView.SummonsView;
import org.jspecify.annotations.Nullable;

/// A whistle in a list.
///
/// @param unit the caller's unit that was called, in the list of those
record WhistleLine(
        UUID id,
        String number,
        int version,
        WhistleStateName state,
        boolean escalated,
        boolean emergency,
        Keyed rung,
        Keyed cause,
        @Nullable Keyed item,
        String title,
        String area,
        CallerView caller,
        List<SummonsView> summoned,
        @Nullable UUID unit,
        OffsetDateTime blownAt) {

    /// @param next pass it as `after` for the lines that follow; absent on the last page
    record WhistlePage(List<WhistleLine> whistles, @Nullable String next) {}
}
