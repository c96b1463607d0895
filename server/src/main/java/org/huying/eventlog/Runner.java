package org.huying.eventlog;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/// Runs one consumer: batches first, and when a batch fails event by event, until the poison one is parked.
final class Runner {
    private static final Logger LOG = LoggerFactory.getLogger(Runner.class);
    private static final int ATTEMPTS = 5;
    private static final long IDLE_MILLIS = 50;
    private static final long LONGEST_IDLE_MILLIS = 400;
    private static final long OUTAGE_MILLIS = 500;

    private final Consumer consumer;
    private final Log log;
    private final TransactionTemplate transaction;
    private final CountDownLatch stop = new CountDownLatch(1);

    Runner(Consumer consumer, Log log, TransactionTemplate transaction) {
        this.consumer = consumer;
        this.log = log;
        this.transaction = transaction;
    }

    void run() {
        while (stop.getCount() > 0) {
            try {
                long begun = System.nanoTime();
                if (!log.waiting(consumer.name()) || advanceOrIsolate() < Log.BATCH) {
                    pause(rest(System.nanoTime() - begun));
                }
            } catch (RuntimeException e) {
                LOG.warn("Consumer {} waits for the database: {}", consumer.name(), e.toString());
                pause(OUTAGE_MILLIS);
            }
        }
    }

    /// Twice as long as the work took: a batch costs much the same whether it is small or full, and who waits for an answer
    /// goes before those who read along. Never after a full batch.
    private static long rest(long workNanos) {
        return Math.clamp(2 * workNanos / 1_000_000, IDLE_MILLIS, LONGEST_IDLE_MILLIS);
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
            return step(Log.BATCH, false);
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
        return Objects.requireNonNull(
                transaction.execute(_ -> {
                    var entries = next(limit, wait);
                    if (entries.isEmpty()) {
                        return 0;
                    }
                    var wanted = entries.stream().map(Log.Entry::fact).filter(this::hears).toList();
                    if (!wanted.isEmpty()) {
                        consumer.apply(wanted);
                    }
                    log.advance(consumer.name(), entries.getLast().cursor());
                    return entries.size();
                }));
    }

    private int park(RuntimeException error) {
        return Objects.requireNonNull(
                transaction.execute(_ -> {
                    var entries = next(1, false);
                    if (entries.isEmpty()) {
                        return 0;
                    }
                    var poison = entries.getFirst();
                    LOG.error(
                            "Consumer {} parks event {} ({})",
                            consumer.name(),
                            poison.fact().id(),
                            poison.fact().kind(),
                            error);
                    log.park(consumer.name(), poison.fact(), error, ATTEMPTS);
                    log.advance(consumer.name(), poison.cursor());
                    return 1;
                }));
    }

    private List<Log.Entry> next(int limit, boolean wait) {
        return log.lock(consumer.name(), wait)
                .map(cursor -> log.after(cursor, limit))
                .orElse(List.of());
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
