package org.huying.org.web;

import java.util.UUID;
import org.huying.access.Caller;
import org.huying.org.store.Rows;
import org.huying.org.store.Teams;
import org.huying.problem.Problem;
import org.springframework.stereotype.Component;

/// What a caller has seen: a team within reach, at a version.
@Component("orgSeen")
class Seen {
    static final String VERSION = "\"\\d{1,18}\"";

    private final Teams teams;

    Seen(Teams teams) {
        this.teams = teams;
    }

    Rows.Team team(Caller caller, String permission, String region, UUID id) {
        return teams.find(region, id)
                .filter(team -> Scope.reaches(caller, permission, team.area()))
                .orElseThrow(Problem.NOT_FOUND::plain);
    }

    /// The number in an `If-Match` that matches [#VERSION].
    static long version(String header) {
        return Long.parseLong(header.substring(1, header.length() - 1));
    }
}
