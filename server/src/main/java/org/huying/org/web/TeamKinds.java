package org.huying.org.web;

import java.time.Clock;
import java.util.Optional;
import org.huying.org.store.Rows;
import org.huying.playbook.Playbooks;
import org.huying.playbook.TeamKind;
import org.springframework.stereotype.Component;

/// What the playbook of its place says of a team.
@Component
class TeamKinds {
    private final Playbooks playbooks;
    private final Clock clock;

    TeamKinds(Playbooks playbooks, Clock clock) {
        this.playbooks = playbooks;
        this.clock = clock;
    }

    Optional<TeamKind> of(Rows.Team team) {
        return playbooks.current(team.area(), clock.instant()).teams().stream()
                .filter(it -> it.key().equals(team.key()))
                .findFirst();
    }
}
