package org.huying.insight.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.huying.insight.sql.ListStatements;
import org.jspecify.annotations.Nullable;

/// Which page of a list.
///
/// @param after `next` of the page before
/// @param limit lines, 1 to 200, 20 if not said
record PageQuery(
        @Nullable @Size(max = 60) String after,
        @Nullable @Min(1) @Max(ListStatements.MOST) Integer limit) {

    private static final int USUAL = 20;

    int lines() {
        return limit == null ? USUAL : limit;
    }
}
