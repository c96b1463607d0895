package org.huying.task;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.database.Ids;
import org.huying.org.Seats;
import org.huying.org.Seats.Seat;
import org.huying.playbook.Playbook;
import org.huying.playbook.TaskKind;
import org.huying.territory.TerritoryCode;
import org.huying.vault.Chain;
import org.springframework.stereotype.Component;

/// Makes the tasks that a kind asks for: one for each post, team or body within an area that works by this playbook.
@Component
class Giving {

    /// Where a task says nothing of time.
    private static final Duration USUAL = Duration.ofDays(7);

    private final Kinds kinds;
    private final Seats seats;
    private final Tasks tasks;

    Giving(Kinds kinds, Seats seats, Tasks tasks) {
        this.kinds = kinds;
        this.seats = seats;
        this.tasks = tasks;
    }

    /// What is given, and why.
    ///
    /// @param end when the period ends, for kinds that say nothing of time
    record Reason(Optional<String> mode, String origin, Instant at, Optional<Instant> end) {}

    /// Gives a kind to everybody whom it is for within an area; answers how many were given.
    int give(Playbook playbook, TaskKind kind, TerritoryCode within, Reason why) {
        var region = within.region();
        var given =
                seats(playbook, region, kind.to(), why.at()).stream()
                        .filter(seat -> seat.area().within(within))
                        .filter(seat -> worksBy(playbook, seat.area(), why.at()))
                        .map(seat -> task(playbook, kind, seat, why))
                        .toList();
        return given.isEmpty() ? 0 : tasks.give(given);
    }

    /// One task, given by hand.
    Task byHand(Playbook playbook, TaskKind kind, Seat seat, Caller by, ByHand said, Instant now) {
        var region = seat.area().region();
        return fresh(
                region,
                new Task.Given(
                        playbook.key(),
                        playbook.version(),
                        Optional.empty(),
                        kind.key(),
                        kind.name().zh(),
                        said.origin(),
                        new Task.To(seat.area(), seat.unit(), seat.person(), seat.team()),
                        said.matter(),
                        said.words(),
                        by.account(),
                        now,
                        kinds.due(playbook, kind, region, now, now.plus(USUAL))));
    }

    /// What is said when a task is given by hand.
    record ByHand(String origin, Optional<UUID> matter, String words) {}

    /// Everybody in a county for whom a task is.
    List<Seat> seats(Playbook playbook, String region, TaskKind.To to, Instant at) {
        return switch (to.whom()) {
            case POST -> seats.ofPost(region, to.key(), at);
            case TEAM -> seats.ofTeam(region, to.key(), at);
            case UNIT -> seats.ofUnit(region, to.key());
            case MEMBERS ->
                    playbook.bodies().stream()
                            .filter(it -> it.key().equals(to.key()))
                            .flatMap(it -> it.work().members().keySet().stream())
                            .flatMap(it -> seats.ofUnit(region, it).stream())
                            .toList();
        };
    }

    /// A town with a playbook of its own does not do what the county's asks for.
    private boolean worksBy(Playbook playbook, TerritoryCode area, Instant at) {
        return kinds.current(area, at).key().equals(playbook.key());
    }

    private Task task(Playbook playbook, TaskKind kind, Seat seat, Reason why) {
        var region = seat.area().region();
        var end = why.end().orElse(why.at().plus(USUAL));
        return fresh(
                region,
                new Task.Given(
                        playbook.key(),
                        playbook.version(),
                        why.mode(),
                        kind.key(),
                        kind.name().zh(),
                        why.origin(),
                        new Task.To(seat.area(), seat.unit(), seat.person(), seat.team()),
                        Optional.empty(),
                        "",
                        Caller.SYSTEM.account(),
                        why.at(),
                        kinds.due(playbook, kind, region, why.at(), end)));
    }

    private static Task fresh(String region, Task.Given given) {
        return new Task(
                region,
                Ids.next(),
                1,
                given,
                new TaskState.Open(0, Optional.empty()),
                0,
                Chain.start());
    }
}
