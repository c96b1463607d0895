package org.huying.insight.web;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One matter in a list. Holds no personal data.
///
/// @param state the state's stored name, e.g. `IN_PROGRESS`
/// @param areaName the names from below the county down to the place, joined by ` / `
/// @param remainingSeconds seconds left of the present stage, negative when overdue; absent while no clock runs
/// @param late whether a stage ended, or runs, past its limit
public record MatterLine(
        UUID id,
        int version,
        String number,
        String title,
        String state,
        String item,
        String itemName,
        String channel,
        String area,
        String areaName,
        @Nullable UUID unit,
        @Nullable String unitName,
        @Nullable OffsetDateTime due,
        @Nullable Long remainingSeconds,
        boolean late,
        @Nullable Point point,
        OffsetDateTime reportedAt) {

    /// Degrees, CGCS2000.
    public record Point(double lon, double lat) {}
}
