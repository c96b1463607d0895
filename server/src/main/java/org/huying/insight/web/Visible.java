package org.huying.insight.web;

import java.util.List;
import org.huying.access.Caller;
import org.huying.insight.sql.Cut;
import org.huying.problem.Problem;

/// What a caller sees of a region in lists.
public final class Visible {

    public static final String LISTS = "insight:list:read";
    static final String DECIDE = "matter:matter:decide";
    public static final String COUNTERS = "insight:counter:read";

    private Visible() {}

    /// Never empty: a region outside the caller's reach does not exist.
    public static List<Cut> cuts(Caller caller, String permission, String region) {
        var cuts = Cut.of(caller.reach(permission), region);
        if (cuts.isEmpty()) {
            throw Problem.NOT_FOUND.plain();
        }
        return cuts;
    }
}
