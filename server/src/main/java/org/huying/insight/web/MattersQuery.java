package org.huying.insight.web;

import jakarta.validation.constraints.Pattern;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.huying.insight.sql.MatterFilter;
import org.huying.matter.Flag;
import org.huying.problem.Problem;
import org.huying.territory.TerritoryCode;
import org.jspecify.annotations.Nullable;

/// What the list of matters is narrowed to; `from` inclusive, `to` exclusive, both times of report; `flag` is what
/// stands beside the state, `master` the matter they were merged into.
record MattersQuery(
        @Nullable @Pattern(regexp = Codes.AREA) String area,
        @Nullable @Pattern(regexp = Codes.KEY) String item,
        @Nullable @Pattern(regexp = Codes.STATE) String state,
        @Nullable @Pattern(regexp = Codes.KEY) String channel,
        @Nullable OffsetDateTime from,
        @Nullable OffsetDateTime to,
        @Nullable @Pattern(regexp = FLAG) String flag,
        @Nullable UUID master) {

    private static final String FLAG = "[a-z]{1,10}(-[a-z]{1,10})?";

    MatterFilter filter() {
        return new MatterFilter(
                Optional.ofNullable(area).map(TerritoryCode::of),
                Optional.ofNullable(item),
                Optional.ofNullable(state),
                Optional.ofNullable(channel),
                Optional.ofNullable(from).map(OffsetDateTime::toInstant),
                Optional.ofNullable(to).map(OffsetDateTime::toInstant),
                Optional.ofNullable(flag).map(MattersQuery::known),
                Optional.ofNullable(master));
    }

    private static Flag known(String key) {
        return Flag.of(key)
                .orElseThrow(
                        () -> Problem.INVALID.with("没有这种标记：" + key, "There is no flag " + key));
    }
}
