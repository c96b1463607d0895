package org.huying.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/// Drives all records with several clients at once; the steps of each matter stay in order.
final class Run {

    private static final long NO_SPEED = 0;

    private final Course course;
    private final int clients;
    private final double speed;

    /// @param speed recorded seconds per second; 0 is as fast as the server answers
    Run(Course course, int clients, double speed) {
        this.course = course;
        this.clients = clients;
        this.speed = speed;
    }

    Totals over(List<Recorded> records, Totals totals, LongConsumer progress) {
        var free = new Semaphore(clients);
        var done = new AtomicLong();
        var began = Instant.now();
        var work = new ArrayList<Future<?>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var record : records) {
                pace(record, records.getFirst(), began);
                free.acquireUninterruptibly();
                work.add(
                        threads.submit(() -> {
                            try {
                                totals.add(course.run(record));
                                progress.accept(done.incrementAndGet());
                            } finally {
                                free.release();
                            }
                        }));
            }
        }
        work.forEach(Run::failure);
        return totals;
    }

    private void pace(Recorded record, Recorded first, Instant began) {
        if (speed <= NO_SPEED) {
            return;
        }
        var since = Duration.between(first.at(), record.at()).toMillis() / speed;
        var wait = (long) since - Duration.between(began, Instant.now()).toMillis();
        if (wait > 0) {
            try {
                Thread.sleep(wait);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void failure(Future<?> work) {
        try {
            work.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known
                    ? known
                    : new IllegalStateException(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
