package org.huying.insight.web;

import jakarta.validation.constraints.Pattern;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.huying.insight.sql.MatterFilter;
import org.huying.territory.TerritoryCode;
import org.jspecify.annotations.Nullable;

/// What the list of matters is narrowed to; `from` inclusive, `to` exclusive, both times of report.
record MattersQuery(
        @Nullable @Pattern(regexp = Codes.AREA) String area,
        @Nullable @Pattern(regexp = Codes.KEY) String item,
        @Nullable @Pattern(regexp = Codes.STATE) String state,
        @Nullable @Pattern(regexp = Codes.KEY) String channel,
        @Nullable OffsetDateTime from,
        @Nullable OffsetDateTime to) {

    MatterFilter filter() {
        return new MatterFilter(
                Optional.ofNullable(area).map(TerritoryCode::of),
                Optional.ofNullable(item),
                Optional.ofNullable(state),
                Optional.ofNullable(channel),
                Optional.ofNullable(from).map(OffsetDateTime::toInstant),
                Optional.ofNullable(to).map(OffsetDateTime::toInstant));
    }
}
