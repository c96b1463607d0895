package org.huying.insight.web;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One page of alerts; `next` is where the next one begins.
record BurstPage(List<BurstView> bursts, @Nullable String next) {

    /// An alert: so many reports of one item from one area in one window. The list of matters, narrowed to its item, area,
    /// `from` and `to`, shows them.
    ///
    /// @param to the end of the window, exclusive
    /// @param state `OPEN`, `ACKNOWLEDGED` or `CLOSED`
    record BurstView(
            UUID id,
            String item,
            String itemName,
            String area,
            String areaName,
            OffsetDateTime from,
            OffsetDateTime to,
            int count,
            OffsetDateTime firstAt,
            OffsetDateTime lastAt,
            String state,
            @Nullable OffsetDateTime changedAt,
            @Nullable String note) {}
}
