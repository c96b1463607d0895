package org.huying.territory.web;

import org.huying.access.Caller;
import org.huying.problem.Problem;
import org.huying.territory.Level;
import org.huying.territory.TerritoryCode;

/// Whether a caller reaches a place. The territory belongs to no organisation, so a grant for one counts with its area.
final class Scope {
    static final String READ = "territory:node:read";
    static final String EDIT = "territory:node:edit";
    static final String IMPORT = "territory:import:run";
    static final String SWITCH = "territory:mode:switch";

    private Scope() {}

    static boolean reaches(Caller caller, String permission, TerritoryCode place) {
        return caller.reach(permission).covers(place, caller.units());
    }

    /// Throws `Problem.NOT_FOUND` for a place outside the region or out of the caller's reach.
    static void require(Caller caller, String permission, String region, TerritoryCode place) {
        boolean inside =
                place.level().compareTo(Level.COUNTY) >= 0 && place.region().equals(region);
        if (!inside || !reaches(caller, permission, place)) {
            throw Problem.NOT_FOUND.plain();
        }
    }
}
