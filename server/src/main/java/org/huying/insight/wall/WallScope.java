package org.huying.insight.wall;

import java.util.List;
import java.util.Optional;
import org.huying.access.Caller;
import org.huying.insight.sql.Cut;
import org.huying.insight.web.Visible;
import org.huying.problem.Problem;
import org.huying.territory.Level;
import org.huying.territory.TerritoryCode;
import org.jspecify.annotations.Nullable;

/// Of which place a caller sees figures, and whether small ones.
///
/// @param single the caller may see single matters there
record WallScope(TerritoryCode place, boolean single) {

    /// The place that was asked for; if none was, the first and largest within the caller's reach. Throws
    /// `Problem.NOT_FOUND` beyond it.
    static WallScope of(String region, @Nullable String asked, Caller caller) {
        var cuts = Visible.cuts(caller, Visible.COUNTERS, region);
        var area = asked == null ? first(region, cuts) : Optional.of(TerritoryCode.of(asked));
        var shown =
                area.filter(it -> it.region().equals(region))
                        .filter(it -> reaches(cuts, region, it))
                        .orElseThrow(Problem.NOT_FOUND::plain);
        var single = Cut.of(caller.reach(Visible.LISTS), region);
        return new WallScope(shown, reaches(single, region, shown));
    }

    private static Optional<TerritoryCode> first(String region, List<Cut> cuts) {
        return cuts.stream()
                .filter(cut -> cut.unit().isEmpty())
                .map(cut -> cut.area().orElseGet(() -> TerritoryCode.of(region)))
                .filter(it -> it.level().compareTo(Level.COMMUNITY) <= 0)
                .min((a, b) ->
                        a.level() == b.level() ? a.compareTo(b) : a.level().compareTo(b.level()));
    }

    /// Figures of a place are for those who reach all of it.
    private static boolean reaches(List<Cut> cuts, String region, TerritoryCode place) {
        return cuts.stream()
                .filter(cut -> cut.unit().isEmpty())
                .map(cut -> cut.area().orElseGet(() -> TerritoryCode.of(region)))
                .anyMatch(place::within);
    }
}
