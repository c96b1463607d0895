package org.huying.task;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huying.eventlog.EventLog;
import org.huying.org.Seats;
import org.huying.playbook.Playbook;
import org.huying.playbook.TaskKind;
import org.huying.task.Giving.Reason;
import org.huying.territory.TerritoryCode;
import org.huying.territory.TerritoryDay;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// What happens to tasks by itself: each period's are given out once, and those who let their time pass are told.
@Component
class Rounds {

    private static final int MOST_LATE = 500;

    private final Seats seats;
    private final Kinds kinds;
    private final Giving giving;
    private final Tasks tasks;
    private final EventLog events;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Rounds(
            Seats seats,
            Kinds kinds,
            Giving giving,
            Tasks tasks,
            EventLog events,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.seats = seats;
        this.kinds = kinds;
        this.giving = giving;
        this.tasks = tasks;
        this.events = events;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /// A kind that is given out in a period.
    private record Round(Playbook playbook, TaskKind kind, Period period) {
        String key() {
            return String.join("|", playbook.key(), kind.key(), period.key());
        }
    }

    /// Gives out what is due in every region, and tells of what is late.
    void run(Instant now) {
        for (var region : seats.regions()) {
            var wanted = wanted(region, now);
            if (!wanted.isEmpty()) {
                var given = given(region, wanted);
                wanted.stream()
                        .filter(it -> !given.contains(it.key()))
                        .forEach(it -> give(region, it, now));
            }
        }
        transaction.executeWithoutResult(_ -> tellOfLate(now));
    }

    private List<Round> wanted(String region, Instant now) {
        var day = TerritoryDay.of(now);
        var wanted = new ArrayList<Round>();
        for (var playbook : kinds.within(region, now)) {
            for (var kind : playbook.tasks().values()) {
                kind.every()
                        .filter(_ -> Kinds.inForce(kind, now))
                        .ifPresent(every ->
                                wanted.add(new Round(playbook, kind, Period.of(every, day))));
            }
        }
        return wanted;
    }

    private Set<String> given(String region, List<Round> wanted) {
        return new HashSet<>(
                jdbc.sql(
                                """
                                SELECT playbook || '|' || kind || '|' || period FROM task.round
                                 WHERE region = :region AND period = ANY (:periods)
                                """)
                        .param("region", region)
                        .param(
                                "periods",
                                wanted.stream()
                                        .map(it -> it.period().key())
                                        .distinct()
                                        .toArray(String[]::new))
                        .query((row, _) -> row.getString(1))
                        .list());
    }

    private void give(String region, Round round, Instant now) {
        transaction.executeWithoutResult(_ -> {
            if (claimed(region, round, now)) {
                var why =
                        new Reason(
                                Optional.empty(),
                                round.period().key(),
                                now,
                                Optional.of(round.period().end()));
                int count =
                        giving.give(round.playbook(), round.kind(), TerritoryCode.of(region), why);
                jdbc.sql(
                                """
                                UPDATE task.round SET given = :given
                                 WHERE region = :region AND playbook = :playbook AND kind = :kind AND period = :period
                                """)
                        .param("given", count)
                        .param("region", region)
                        .param("playbook", round.playbook().key())
                        .param("kind", round.kind().key())
                        .param("period", round.period().key())
                        .update();
            }
        });
    }

    /// Whoever comes first gives it out; the others wait for that and then find it given.
    private boolean claimed(String region, Round round, Instant now) {
        return jdbc.sql(
                                """
                                INSERT INTO task.round (region, playbook, kind, period, given, at)
                                VALUES (:region, :playbook, :kind, :period, 0, :now) ON CONFLICT DO NOTHING
                                """)
                        .param("region", region)
                        .param("playbook", round.playbook().key())
                        .param("kind", round.kind().key())
                        .param("period", round.period().key())
                        .param("now", TaskRow.at(now))
                        .update()
                == 1;
    }

    private void tellOfLate(Instant now) {
        events.append(
                tasks.late(now, MOST_LATE).stream()
                        .map(task -> TaskMoved.of(task, Optional.empty(), "late", now))
                        .toList());
    }
}
