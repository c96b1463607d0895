package org.huying.muster;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Audit;
import org.huying.access.Caller;
import org.huying.calendar.Calendars;
import org.huying.calendar.TimeLimit;
import org.huying.database.Ids;
import org.huying.eventlog.EventLog;
import org.huying.muster.Muster.Answer;
import org.huying.muster.Muster.Called;
import org.huying.muster.Muster.Said;
import org.huying.org.Seats;
import org.huying.playbook.Playbook;
import org.huying.playbook.TeamKind;
import org.huying.problem.Problem;
import org.huying.task.TeamTasks;
import org.huying.territory.TerritoryCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Calls teams out, takes answers, and ends musters; each with its audit and its news.
@Service
class MusterDesk {

    static final int MOST_CALLED = 5_000;

    private final Musters musters;
    private final Calls calls;
    private final Seats seats;
    private final TeamTasks tasks;
    private final Calendars calendars;
    private final EventLog events;
    private final Audit audit;
    private final Clock clock;

    MusterDesk(
            Musters musters,
            Calls calls,
            Seats seats,
            TeamTasks tasks,
            Calendars calendars,
            EventLog events,
            Audit audit,
            Clock clock) {
        this.musters = musters;
        this.calls = calls;
        this.seats = seats;
        this.tasks = tasks;
        this.calendars = calendars;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /// A muster in the making.
    ///
    /// @param task the kind of task that each team is given with it
    /// @param within how long those who are called have to answer
    record Cry(
            TerritoryCode area,
            TeamKind kind,
            String place,
            String words,
            Optional<String> task,
            TimeLimit within) {}

    /// Calls every team of a kind within an area. Throws what the caller is to be told when nobody can be called.
    @Transactional
    public Muster call(Playbook playbook, Cry cry, Caller by) {
        var region = cry.area().region();
        var now = now();
        var teams =
                seats.ofTeam(region, cry.kind().key(), now).stream()
                        .filter(it -> it.area().within(cry.area()))
                        .toList();
        var members = members(region, teams, now);
        var id = Ids.next();
        int given =
                cry.task()
                        .map(it -> new TeamTasks.Errand(it, Muster.origin(id), cry.words()))
                        .map(it -> tasks.give(cry.area(), it, teams, by))
                        .orElse(0);
        var muster =
                new Muster(
                        region,
                        id,
                        1,
                        cry.kind().key(),
                        cry.kind().name().zh(),
                        cry.area(),
                        cry.place(),
                        cry.words(),
                        new Muster.Errand(cry.task(), given),
                        new Said(now, by.account(), by.name(), ""),
                        calendars.of(region, playbook.calendar()).due(now, cry.within()),
                        Optional.empty());
        musters.add(muster);
        calls.add(region, id, members);
        told(muster, "call", by, Optional.of(cry.words()));
        return muster;
    }

    private List<Seats.Member> members(String region, List<Seats.Seat> teams, Instant now) {
        var ids = teams.stream().flatMap(it -> it.team().stream()).toList();
        var members = seats.members(region, ids, now);
        if (members.isEmpty()) {
            throw Problem.REFUSED.with("这里没有这种队伍可以集结", "There is no such team here to call out");
        }
        if (members.size() > MOST_CALLED) {
            throw Problem.REFUSED.with(
                    "一次最多集结 %d 人，请分片集结".formatted(MOST_CALLED),
                    "At most %d people are called at once; call by areas".formatted(MOST_CALLED));
        }
        return members;
    }

    /// Throws what the caller is to be told when it cannot be answered so.
    @Transactional
    public Called answer(Muster muster, Called called, Answer answer, String words, Caller by) {
        if (muster.ended().isPresent()) {
            throw refused("OVER", "这次集结已经结束", "The muster is over");
        }
        if (!answer.follows(called.answer())) {
            throw refused("ANSWERED", "已经答复过了", "It has been answered so already");
        }
        var said = new Said(now(), by.account(), by.name(), words);
        if (!calls.answer(muster.region(), muster.id(), called, answer, said)) {
            throw Problem.OVERTAKEN.plain();
        }
        return calls.find(muster.region(), muster.id(), called.person()).orElseThrow();
    }

    /// Ends it, and what is left of its tasks.
    @Transactional
    public Muster end(Muster muster, String words, Caller by) {
        if (muster.ended().isPresent()) {
            throw refused("OVER", "这次集结已经结束", "The muster is over");
        }
        if (!musters.end(muster, new Said(now(), by.account(), by.name(), words))) {
            throw Problem.OVERTAKEN.plain();
        }
        if (muster.errand().given() > 0) {
            tasks.end(muster.region(), Muster.origin(muster.id()), "集结结束", by);
        }
        told(muster, "end", by, Optional.of(words));
        return musters.find(muster.region(), muster.id()).orElseThrow();
    }

    private void told(Muster muster, String act, Caller by, Optional<String> words) {
        var id = muster.id();
        audit.acted(by, muster.region(), "muster." + act, id.toString(), words);
        events.append(
                List.of(
                        new MusterMoved(
                                muster.region(),
                                id,
                                act,
                                muster.name() + "：" + muster.place(),
                                now())));
    }

    private static RuntimeException refused(String reason, String zh, String en) {
        return Problem.REFUSED.with(zh, en).and("reason", reason);
    }

    Optional<Muster> find(String region, UUID id) {
        return musters.find(region, id);
    }
}
