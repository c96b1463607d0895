package org.huying.task;

import java.util.List;
import java.util.Optional;
import org.huying.access.Caller;
import org.huying.org.Seats;
import org.huying.playbook.TaskKind.Whom;
import org.huying.problem.FieldError;
import org.huying.problem.Problem;
import org.huying.territory.TerritoryCode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Tasks of teams, through the same hands as those given one by one.
@Component
class GivenToTeams implements TeamTasks {

    private static final int PAGE = 500;

    private final Kinds kinds;
    private final Giving giving;
    private final Tasks tasks;
    private final TaskDesk desk;

    GivenToTeams(Kinds kinds, Giving giving, Tasks tasks, TaskDesk desk) {
        this.kinds = kinds;
        this.giving = giving;
        this.tasks = tasks;
        this.desk = desk;
    }

    @Override
    @Transactional
    public int give(TerritoryCode place, Errand errand, List<Seats.Seat> teams, Caller by) {
        var now = desk.now();
        var playbook = kinds.current(place, now);
        var kind =
                Optional.ofNullable(playbook.tasks().get(errand.kind()))
                        .filter(it -> it.to().whom() == Whom.TEAM && Kinds.inForce(it, now))
                        .orElseThrow(GivenToTeams::unknown);
        var said = new Giving.ByHand(errand.origin(), Optional.empty(), errand.words());
        var given =
                teams.stream().map(it -> giving.byHand(playbook, kind, it, by, said, now)).toList();
        return given.isEmpty() ? 0 : tasks.give(given);
    }

    @Override
    public void end(String region, String origin, String why, Caller by) {
        desk.endAll(region, origin, why, by, PAGE);
    }

    private static RuntimeException unknown() {
        var zh = "任务清单里没有派给队伍的这一项";
        var en = "The list of tasks has no such kind for teams";
        return Problem.INVALID.with(zh, en).and(List.of(new FieldError("task", "unknown", zh, en)));
    }
}
