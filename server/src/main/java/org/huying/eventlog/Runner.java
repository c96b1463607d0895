package org.huying.eventlog;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/// Runs one consumer: batches first, and when a batch fails event by event, until the poison one is parked. It looks before
/// it takes part: what all consumers of the process read together costs each of them nothing as long as it hears none of it,
/// and its place is then written down now and then.
final class Runner {
    private static final Logger LOG = LoggerFactory.getLogger(Runner.class);
    private static final int ATTEMPTS = 5;
    private static final long IDLE_MILLIS = 50;
    private static final long LONGEST_IDLE_MILLIS = 400;
    private static final long OUTAGE_MILLIS = 500;
    private static final int PATIENCE_SECONDS = 5;
    private static final long LONGEST_UNWRITTEN_NANOS = 1_000_000_000;

    private final Consumer consumer;
    private final Log log;
    private final TransactionTemplate transaction;
    private final Semaphore turns;
    private final CountDownLatch stop = new CountDownLatch(1);
    private @Nullable Passed passed;
    private @Nullable UUID trying;
    private boolean behind;

    /// A stretch of the log in which the consumer hears nothing.
    ///
    /// @param from the place it begins after, which is stored
    /// @param since nanoseconds of when its end was last stored
    private record Passed(Cursor from, Cursor to, long since) {}

    /// @param turns of those who are behind: so many of them catch up at once
    Runner(Consumer consumer, Log log, TransactionTemplate transaction, Semaphore turns) {
        this.consumer = consumer;
        this.log = log;
        this.transaction = transaction;
        this.turns = turns;
    }

    void run() {
        while (stop.getCount() > 0) {
            try {
                long begun = System.nanoTime();
                behind = look() == Log.BATCH;
                if (!behind) {
                    pause(rest(System.nanoTime() - begun));
                }
            } catch (RuntimeException e) {
                passed = null;
                LOG.warn("Consumer {} waits for the database: {}", consumer.name(), e.toString());
                pause(OUTAGE_MILLIS);
            }
        }
    }

    /// Passes over what the consumer does not hear and applies the rest. Answers how many events there were.
    private int look() {
        var at = passed == null ? begin() : passed;
        var entries = read(at.to());
        int deaf = 0;
        while (deaf < entries.size() && !hears(entries.get(deaf).fact())) {
            deaf++;
        }
        if (deaf > 0) {
            at = new Passed(at.from(), entries.get(deaf - 1).cursor(), at.since());
        }
        passed = at;
        if (deaf < entries.size()) {
            return advanceOrIsolate();
        }
        if (System.nanoTime() - at.since() > LONGEST_UNWRITTEN_NANOS) {
            write(at);
        }
        return entries.size();
    }

    private Passed begin() {
        var stored = log.cursor(consumer.name());
        return new Passed(stored, stored, System.nanoTime());
    }

    private List<Log.Entry> read(Cursor after) {
        return log.atHand(after, Log.BATCH)
                .orElseGet(() ->
                        Objects.requireNonNull(
                                transaction.execute(_ -> log.after(after, Log.BATCH))));
    }

    /// Writes down how far the consumer has passed, unless another node has come further, or the stored place is before the
    /// stretch: the database lost what it had not yet put on disk, or somebody replays the log. Then it is heard again.
    private void write(Passed over) {
        if (over.to().equals(over.from())) {
            passed = null;
            return;
        }
        transaction.executeWithoutResult(_ ->
                log.lock(consumer.name(), false)
                        .filter(stored ->
                                stored.compareTo(over.from()) >= 0
                                        && stored.compareTo(over.to()) < 0)
                        .ifPresent(_ -> log.advance(consumer.name(), over.to())));
        passed = null;
    }

    /// Twice as long as the work took: a batch costs much the same whether it is small or full, and who waits for an answer
    /// goes before those who read along. Never after a full batch.
    private static long rest(long workNanos) {
        return Math.clamp(2 * workNanos / 1_000_000, IDLE_MILLIS, LONGEST_IDLE_MILLIS);
    }

    /// Those who are behind go on one after the other, but nobody waits for long for one that is held up.
    private int inTurn() {
        boolean mine = false;
        try {
            mine = turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return stop.getCount() > 0 ? step(Log.BATCH, false) : 0;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            stop();
            return 0;
        } finally {
            if (mine) {
                turns.release();
            }
        }
    }

    void stop() {
        stop.countDown();
    }

    /// Everything readable now, on the calling thread; waits for a batch that runs elsewhere. Throws what the consumer
    /// throws.
    int drain() {
        int applied = 0;
        for (int batch = step(Log.BATCH, true); batch > 0; batch = step(Log.BATCH, true)) {
            applied += batch;
        }
        return applied;
    }

    private int advanceOrIsolate() {
        try {
            return behind ? inTurn() : step(Log.BATCH, false);
        } catch (RuntimeException e) {
            if (isOutage(e)) {
                throw e;
            }
            LOG.warn(
                    "Consumer {} failed on a batch; trying its events one by one",
                    consumer.name(),
                    e);
            return isolate();
        }
    }

    private int isolate() {
        int done = 0;
        while (done < Log.BATCH && stop.getCount() > 0) {
            int applied = attemptOne();
            if (applied == 0) {
                return done;
            }
            done += applied;
        }
        return done;
    }

    private int attemptOne() {
        for (int attempt = 1; ; attempt++) {
            try {
                return step(1, false);
            } catch (RuntimeException e) {
                if (isOutage(e) || stop.getCount() == 0) {
                    throw e;
                }
                if (attempt == ATTEMPTS) {
                    return park(e);
                }
                pause(IDLE_MILLIS << attempt);
            }
        }
    }

    /// Applies up to `limit` events and moves the cursor, all in one transaction. Answers how many it read.
    private int step(int limit, boolean wait) {
        return stored(transaction.execute(_ -> apply(next(limit, wait))));
    }

    private List<Log.Entry> apply(List<Log.Entry> entries) {
        var wanted = entries.stream().map(Log.Entry::fact).filter(this::hears).toList();
        if (!wanted.isEmpty()) {
            trying = wanted.getFirst().id();
            consumer.apply(wanted);
        }
        if (!entries.isEmpty()) {
            log.advance(consumer.name(), entries.getLast().cursor());
        }
        return entries;
    }

    private int stored(@Nullable List<Log.Entry> entries) {
        int count = Objects.requireNonNull(entries).size();
        var end = count == 0 ? null : entries.getLast().cursor();
        passed = end == null ? null : new Passed(end, end, System.nanoTime());
        return count;
    }

    /// Parks the event that was tried alone. Where another node has been past it meanwhile, there is nothing to park.
    private int park(RuntimeException error) {
        return stored(
                transaction.execute(_ -> {
                    var entries =
                            next(1, false).stream()
                                    .filter(it -> it.fact().id().equals(trying))
                                    .toList();
                    for (var poison : entries) {
                        LOG.error(
                                "Consumer {} parks event {} ({})",
                                consumer.name(),
                                poison.fact().id(),
                                poison.fact().kind(),
                                error);
                        log.park(consumer.name(), poison.fact(), error, ATTEMPTS);
                        log.advance(consumer.name(), poison.cursor());
                    }
                    return entries;
                }));
    }

    private List<Log.Entry> next(int limit, boolean wait) {
        return log.lock(consumer.name(), wait)
                .map(stored -> log.after(beyond(stored), limit))
                .orElse(List.of());
    }

    /// What was passed counts as long as the stored place is not before it: a log that is replayed is heard again.
    private Cursor beyond(Cursor stored) {
        var over = passed;
        return over != null && over.from().compareTo(stored) <= 0 && over.to().compareTo(stored) > 0
                ? over.to()
                : stored;
    }

    private boolean hears(StoredFact fact) {
        return consumer.kinds().isEmpty() || consumer.kinds().contains(fact.kind());
    }

    private static boolean isOutage(RuntimeException e) {
        return e instanceof TransientDataAccessException
                || e instanceof DataAccessResourceFailureException
                || e instanceof CannotCreateTransactionException;
    }

    private void pause(long millis) {
        try {
            if (stop.await(millis, TimeUnit.MILLISECONDS)) {
                LOG.debug("Consumer {} stops", consumer.name());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            stop();
        }
    }
}
