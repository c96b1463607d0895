package org.huying.task;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.access.Reach;
import org.huying.problem.Problem;
import org.huying.territory.TerritoryCode;
import org.jspecify.annotations.Nullable;

/// How far a caller sees tasks of a region: all within some areas, and what some bodies have in hand.
record TaskScope(List<String> areas, List<UUID> units) {

    static final String READ = "task:task:read";
    static final String GIVE = "task:task:give";
    static final String DO = "task:task:do";
    static final String CHECK = "task:task:check";

    static TaskScope of(Caller caller, String region) {
        return switch (caller.reach(READ)) {
            case Reach.Everywhere _ -> new TaskScope(List.of(region), List.of());
            case Reach.Nowhere _ -> new TaskScope(List.of(), List.of());
            case Reach.Within(var parts) -> of(parts, region);
        };
    }

    private static TaskScope of(List<Reach.Part> parts, String region) {
        var areas = new ArrayList<String>();
        var units = new ArrayList<UUID>();
        for (var part : parts) {
            var area = part.area().map(TerritoryCode::value).orElse(region);
            if (part.unit().isPresent()) {
                units.add(part.unit().get());
            } else if (region.startsWith(area)) {
                areas.add(region);
            } else if (area.startsWith(region)) {
                areas.add(area);
            }
        }
        return new TaskScope(areas, units);
    }

    static boolean reaches(Caller caller, String permission, Task task) {
        var to = task.given().to();
        return caller.reach(permission).covers(to.area(), List.of(to.unit()))
                || (caller.may(permission)
                        && to.person().filter(caller.account()::equals).isPresent());
    }

    /// The area asked for, the county if none is. Throws `Problem.NOT_FOUND` where the caller does not reach it.
    static TerritoryCode within(
            Caller caller, String permission, String region, @Nullable TerritoryCode area) {
        var within = area == null ? TerritoryCode.of(region) : area;
        if (!within.value().startsWith(region)
                || !caller.reach(permission).covers(within, caller.units())) {
            throw Problem.NOT_FOUND.plain();
        }
        return within;
    }
}
