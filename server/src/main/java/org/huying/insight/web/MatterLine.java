package org.huying.insight.web;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One matter in a list. Holds no personal data.
///
/// @param state the state's stored name, e.g. `IN_PROGRESS`
/// @param areaName the names from below the county down to the place, joined by ` / `
/// @param remainingSeconds seconds left of the present stage, negative when overdue; absent while no clock runs
/// @param amber whether the present stage has turned amber and is not over
/// @param flags what stands beside the state, as words; `flag` of the list of matters asks for one
/// @param helpers units that help or are consulted now
/// @param master the matter it was merged into
/// @param wholeDue when the whole matter should be closed; absent while no clock runs
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
        boolean amber,
        List<String> flags,
        List<Unit> helpers,
        @Nullable UUID master,
        @Nullable Point point,
        @Nullable OffsetDateTime wholeDue,
        OffsetDateTime reportedAt) {

    /// A unit with its name as of now.
    public record Unit(UUID id, @Nullable String name) {}

    /// Degrees, CGCS2000.
    public record Point(double lon, double lat) {}
}
