package org.huying.org.web;

import java.util.UUID;
import org.huying.access.Caller;
import org.huying.org.store.Rows;
import org.huying.org.store.Teams;
import org.huying.problem.Problem;
import org.springframework.stereotype.Component;

/// What lies within the reach of a caller.
@Component("orgReached")
class Reached {
    private final Teams teams;

    Reached(Teams teams) {
        this.teams = teams;
    }

    Rows.Team team(Caller caller, String permission, String region, UUID id) {
        return teams.find(region, id)
                .filter(team -> Scope.reaches(caller, permission, team.area()))
                .orElseThrow(Problem.NOT_FOUND::plain);
    }
}
