package org.huying.insight;

import java.time.LocalDate;
import java.util.List;

/// What a recount found.
///
/// @param matters matters of the region
/// @param caughtUp lines that were older than their matter and have been brought up to date
/// @param counters counters with a value other than zero
/// @param differing counters that stood wrong; they are right now
/// @param differences the first [#SHOWN] of them
public record Recount(
        long matters, long caughtUp, long counters, long differing, List<Difference> differences) {

    public static final int SHOWN = 200;

    /// A counter that stood at `was` and should have stood at `is`.
    public record Difference(String area, LocalDate day, String name, long was, long is) {}
}
