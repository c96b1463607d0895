package org.huying.access.machine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.huying.access.session.Beat;
import org.huying.problem.Problem;
import org.huying.territory.TerritoryDay;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/// Counts the calls of machines and refuses those above their quota. Counts are kept in memory and added to the day's sum
/// every few seconds: a node that is killed loses those.
@Component
public class Calls extends Beat {
    private static final Duration EVERY = Duration.ofSeconds(3);
    private static final int DAYS_KEPT = 400;
    private static final long MINUTE = 60;

    private final Machines machines;
    private final UseRows rows;
    private final Clock clock;
    private final Map<Machine, Minute> minutes = new ConcurrentHashMap<>();
    private final Map<UseRows.Key, Tally> tallies = new ConcurrentHashMap<>();
    private LocalDate cleaned = LocalDate.MIN;

    /// Calls within one minute of the clock.
    private record Minute(long number, AtomicInteger calls) {}

    Calls(Machines machines, UseRows rows, @Qualifier("wallClock") Clock clock) {
        super("machine-calls", EVERY);
        this.machines = machines;
        this.rows = rows;
        this.clock = clock;
    }

    /// Lets a call through, or throws `Problem.TOO_MANY` with the seconds to wait.
    public void take(Machine machine) {
        var quota = machines.quota(machine);
        var now = clock.instant();
        if (quota.perDay() > 0 && tally(machine, now).let() >= quota.perDay()) {
            var midnight = TerritoryDay.start(TerritoryDay.of(now).plusDays(1));
            refuse(machine, now, Duration.between(now, midnight).toSeconds() + 1);
        }
        if (quota.perMinute() > 0 && minute(machine, now) > quota.perMinute()) {
            refuse(machine, now, MINUTE - now.getEpochSecond() % MINUTE);
        }
    }

    /// Counts a call that was let through, by how it was answered.
    public void answered(Machine machine, int status) {
        tally(machine, clock.instant()).add(status);
    }

    private void refuse(Machine machine, Instant now, long seconds) {
        tally(machine, now).turnedAway();
        throw Problem.TOO_MANY.plain().retryAfter(seconds);
    }

    private int minute(Machine machine, Instant now) {
        long number = now.getEpochSecond() / MINUTE;
        return minutes.compute(
                        machine,
                        (_, old) ->
                                old != null && old.number() == number
                                        ? old
                                        : new Minute(number, new AtomicInteger()))
                .calls()
                .incrementAndGet();
    }

    private Tally tally(Machine machine, Instant now) {
        return tallies.computeIfAbsent(
                new UseRows.Key(machine, TerritoryDay.of(now)), it -> new Tally(rows.let(it)));
    }

    @Override
    protected void beat() {
        var now = clock.instant();
        var today = TerritoryDay.of(now);
        tallies.forEach((key, tally) -> tally.write(it -> rows.add(key, it)));
        tallies.keySet().removeIf(key -> key.day().isBefore(today.minusDays(1)));
        minutes.values().removeIf(it -> it.number() < now.getEpochSecond() / MINUTE);
        if (!today.equals(cleaned)) {
            rows.removeBefore(today.minusDays(DAYS_KEPT));
            cleaned = today;
        }
    }
}
