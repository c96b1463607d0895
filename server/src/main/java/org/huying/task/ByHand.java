package org.huying.task;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.database.Ids;
import org.huying.matter.MatterSummaries;
import org.huying.org.Organisation;
import org.huying.org.Organisations;
import org.huying.org.Seats;
import org.huying.playbook.Playbook;
import org.huying.playbook.TaskKind;
import org.huying.problem.FieldError;
import org.huying.problem.Problem;
import org.huying.task.TaskRequests.GiveTaskRequest;
import org.huying.territory.Territory;
import org.huying.territory.TerritoryCode;
import org.huying.territory.TerritoryDay;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Gives a task by hand: one of the kinds that the place lists, and none that it has taken off its list.
@Component
class ByHand {

    private static final String MATTERS = "matter:matter:read";

    private final Kinds kinds;
    private final Giving giving;
    private final TaskDesk desk;
    private final Seats seats;
    private final Organisations organisations;
    private final Territory territory;
    private final MatterSummaries matters;

    ByHand(
            Kinds kinds,
            Giving giving,
            TaskDesk desk,
            Seats seats,
            Organisations organisations,
            Territory territory,
            MatterSummaries matters) {
        this.kinds = kinds;
        this.giving = giving;
        this.desk = desk;
        this.seats = seats;
        this.organisations = organisations;
        this.territory = territory;
        this.matters = matters;
    }

    /// Throws what the caller is to be told when it cannot be given.
    Task give(String region, GiveTaskRequest body, Caller caller) {
        var now = desk.now();
        var area = TerritoryCode.of(body.area());
        if (!area.value().startsWith(region)
                || !caller.reach(TaskScope.GIVE).covers(area, caller.units())) {
            throw Problem.NOT_FOUND.plain();
        }
        if (territory.node(area, now).isEmpty()) {
            throw Problem.PLACE_UNKNOWN.plain();
        }
        var playbook = kinds.current(area, now);
        var kind = listed(playbook, body.kind());
        var said =
                new Giving.ByHand(
                        "hand:" + Ids.next(),
                        Optional.ofNullable(body.matter()).map(it -> matter(region, it, caller)),
                        TaskRequests.text(body.words()));
        var seat = seat(playbook, area, kind, body);
        return desk.give(giving.byHand(playbook, kind, seat, caller, said, now));
    }

    private TaskKind listed(Playbook playbook, String key) {
        var kind = playbook.tasks().get(key);
        if (kind == null) {
            throw wrong("kind", "unknown", "任务清单里没有这一项", "The list of tasks has no such kind");
        }
        if (!Kinds.inForce(kind, desk.now())) {
            var day = TerritoryDay.of(desk.now());
            boolean over = kind.force().until().filter(it -> !day.isBefore(it)).isPresent();
            throw Problem.REFUSED.with(
                    over
                            ? "“%s”已经取消，不能再派".formatted(kind.name().zh())
                            : "“%s”还没有开始".formatted(kind.name().zh()),
                    over
                            ? "'%s' was taken off the list and is not given any more"
                                    .formatted(kind.name().en())
                            : "'%s' has not begun yet".formatted(kind.name().en()));
        }
        return kind;
    }

    /// Who is named, else whom the kind is for at the place.
    private Seats.Seat seat(
            Playbook playbook, TerritoryCode area, TaskKind kind, GiveTaskRequest body) {
        var region = area.region();
        if (body.unit() != null) {
            var unit =
                    organisations
                            .byId(region, body.unit())
                            .map(Organisation::id)
                            .orElseThrow(Problem.UNIT_UNKNOWN::plain);
            return new Seats.Seat(unit, area, Optional.ofNullable(body.person()), Optional.empty());
        }
        var there =
                giving.seats(playbook, region, kind.to(), desk.now()).stream()
                        .filter(it -> area.within(it.area()) || it.area().within(area))
                        .toList();
        var meant =
                body.person() == null
                        ? there
                        : kind.to().whom() == TaskKind.Whom.TEAM
                                ? inTeams(region, there, body.person())
                                : there.stream()
                                        .filter(it ->
                                                it.person()
                                                        .filter(body.person()::equals)
                                                        .isPresent())
                                        .toList();
        return nearest(meant)
                .or(() -> entrusted(kind, area, there, body.person()))
                .orElseThrow(
                        () -> wrong("area", "nobody", "这里没有人做这项任务", "Nobody here does this task"));
    }

    private static Optional<Seats.Seat> nearest(List<Seats.Seat> seats) {
        return seats.stream().max(Comparator.comparingInt(it -> it.area().value().length()));
    }

    /// Somebody who is named although he holds no such post does it for the body that answers for it. To a team belongs
    /// whoever is in it.
    private static Optional<Seats.Seat> entrusted(
            TaskKind kind, TerritoryCode area, List<Seats.Seat> there, @Nullable UUID person) {
        return person == null || kind.to().whom() == TaskKind.Whom.TEAM
                ? Optional.empty()
                : nearest(there)
                        .map(it ->
                                new Seats.Seat(
                                        it.unit(), area, Optional.of(person), Optional.empty()));
    }

    /// The person in those of the teams to which he belongs.
    private List<Seats.Seat> inTeams(String region, List<Seats.Seat> teams, UUID person) {
        var ids = teams.stream().flatMap(it -> it.team().stream()).toList();
        var his =
                seats.members(region, ids, desk.now()).stream()
                        .filter(it -> it.person().equals(person))
                        .map(Seats.Member::team)
                        .toList();
        return teams.stream()
                .filter(it -> it.team().filter(his::contains).isPresent())
                .map(it -> new Seats.Seat(it.unit(), it.area(), Optional.of(person), it.team()))
                .toList();
    }

    private UUID matter(String region, UUID id, Caller caller) {
        return matters.of(region, List.of(id)).stream()
                .filter(it ->
                        caller.reach(MATTERS)
                                .covers(it.area(), it.unit().map(List::of).orElse(List.of())))
                .map(it -> it.id())
                .findFirst()
                .orElseThrow(() -> wrong("matter", "unknown", "没有这件事", "There is no such matter"));
    }

    private static RuntimeException wrong(String path, String code, String zh, String en) {
        return Problem.INVALID.with(zh, en).and(List.of(new FieldError(path, code, zh, en)));
    }
}
