package org.huying.task;

import java.util.List;
import java.util.UUID;
import org.huying.access.Caller;
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
        var reach = caller.reach(READ);
        return new TaskScope(reach.areas(region), reach.units());
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
