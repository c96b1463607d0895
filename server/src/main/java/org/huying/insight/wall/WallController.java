package org.huying.insight.wall;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.insight.web.Visible;
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
        var scope = WallScope.of(region, query.area(), caller);
        int days = query.days() == null ? USUAL_DAYS : query.days();
        return walls.of(new Walls.Asked(scope.place(), days, scope.single()));
    }
}
