package org.huying.insight.wall;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Optional;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.insight.sql.Cut;
import org.huying.insight.web.Visible;
import org.huying.problem.Problem;
import org.huying.territory.Level;
import org.huying.territory.TerritoryCode;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The figures of the command wall.
@RestController
class WallController {

    private static final int USUAL_DAYS = 30;

    private final Walls walls;

    WallController(Walls walls) {
        this.walls = walls;
    }

    /// @param area county, street or community; if it is missing, the first and largest place within the caller's reach
    /// @param days how many days the span has, today included; 30 if not said
    record WallQuery(
            @Nullable @Pattern(regexp = "\\d{6}|\\d{9}|\\d{12}") String area,
            @Nullable @Min(1) @Max(92) Integer days) {}

    /// At most a second old. Who may see no single matter there is told no count under five.
    @GetMapping("/api/v1/{region}/wall")
    @Permit(Visible.COUNTERS)
    Wall wall(
            @PathVariable @Pattern(regexp = "\\d{6}") String region,
            @Valid WallQuery query,
            Caller caller) {
        var cuts = Visible.cuts(caller, Visible.COUNTERS, region);
        var area =
                query.area() == null
                        ? first(region, cuts)
                        : Optional.of(TerritoryCode.of(query.area()));
        var shown =
                area.filter(it -> it.region().equals(region))
                        .filter(it -> reaches(cuts, region, it))
                        .orElseThrow(Problem.NOT_FOUND::plain);
        boolean single = reaches(Cut.of(caller.reach(Visible.LISTS), region), region, shown);
        int days = query.days() == null ? USUAL_DAYS : query.days();
        return walls.of(new Walls.Asked(shown, days, single));
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
