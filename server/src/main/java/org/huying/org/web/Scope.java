package org.huying.org.web;

import java.util.Optional;
import org.huying.access.Caller;
import org.huying.problem.Problem;
import org.huying.territory.TerritoryCode;
import org.jspecify.annotations.Nullable;

/// Whether a caller reaches what belongs to a place. The register of bodies is no unit's property, so a grant for one
/// counts with its area.
final class Scope {
    static final String READ = "org:organisation:read";
    static final String EDIT = "org:organisation:edit";
    static final String READ_POSTS = "org:post:read";
    static final String EDIT_POSTS = "org:post:edit";
    static final String READ_TEAMS = "org:team:read";
    static final String EDIT_TEAMS = "org:team:edit";
    static final String EDIT_ROSTERS = "org:roster:edit";

    private Scope() {}

    static boolean reaches(Caller caller, String permission, TerritoryCode place) {
        return caller.reach(permission).covers(place, caller.units());
    }

    /// Something without a place belongs to the county.
    static boolean reaches(
            Caller caller, String permission, String region, Optional<TerritoryCode> place) {
        return reaches(caller, permission, place.orElseGet(() -> TerritoryCode.of(region)));
    }

    /// Throws `Problem.NOT_FOUND` for a place outside the region or out of the caller's reach.
    static void require(
            Caller caller, String permission, String region, Optional<TerritoryCode> place) {
        boolean inside = place.map(code -> code.value().startsWith(region)).orElse(true);
        if (!inside || !reaches(caller, permission, region, place)) {
            throw Problem.NOT_FOUND.plain();
        }
    }

    /// The area asked for, the county if it is missing. Throws `Problem.NOT_FOUND` where the caller does not reach it.
    static TerritoryCode within(
            Caller caller, String permission, String region, @Nullable TerritoryCode area) {
        var within = area == null ? TerritoryCode.of(region) : area;
        require(caller, permission, region, Optional.of(within));
        return within;
    }
}
