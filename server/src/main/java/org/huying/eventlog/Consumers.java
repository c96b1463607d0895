package org.huying.eventlog;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// All consumers of this process, each on a thread of its own while the server runs. Those that are behind, after a file of
/// a hundred thousand reports or an outage, catch up on half of the processors: who waits for an answer goes before them.
@Component
public class Consumers implements SmartLifecycle {
    private static final long DRAIN_PATIENCE_NANOS = 30_000_000_000L;

    private final List<Consumer> consumers;
    private final Log log;
    private final TransactionTemplate transaction;
    private final Semaphore turns =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);
    private final List<Runner> runners = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    Consumers(List<Consumer> consumers, Log log, TransactionTemplate transaction) {
        var names = consumers.stream().map(Consumer::name).collect(Collectors.toSet());
        if (names.size() != consumers.size()) {
            throw new IllegalStateException(
                    "Two consumers of the event log have the same name: " + names);
        }
        this.consumers = List.copyOf(consumers);
        this.log = log;
        this.transaction = transaction;
    }

    /// How far each consumer is behind; for health and metrics.
    public List<Lag> lag() {
        return log.lag();
    }

    /// Applies everything committed so far, now, on this thread, and what that in turn appends. Throws what a consumer
    /// throws, and fails when events cannot be read for half a minute. For tests and commands that must see all effects.
    public void drain() {
        consumers.forEach(consumer -> log.register(consumer.name()));
        var all = consumers.stream().map(this::runner).toList();
        var moved = System.nanoTime();
        while (true) {
            if (all.stream().mapToInt(Runner::drain).sum() > 0) {
                moved = System.nanoTime();
            } else if (consumers.stream().noneMatch(consumer -> log.owed(consumer.name()))) {
                return;
            } else if (System.nanoTime() - moved > DRAIN_PATIENCE_NANOS) {
                throw new IllegalStateException(
                        "Events stay unread: a transaction older than them is still open");
            }
            Thread.onSpinWait();
        }
    }

    @Override
    public synchronized void start() {
        if (isRunning()) {
            return;
        }
        for (var consumer : consumers) {
            log.register(consumer.name());
            var runner = runner(consumer);
            runners.add(runner);
            threads.add(Thread.ofVirtual().name("consumer-" + consumer.name()).start(runner::run));
        }
    }

    /// Lets every consumer finish its batch.
    @Override
    public synchronized void stop() {
        runners.forEach(Runner::stop);
        for (var thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
        runners.clear();
        threads.clear();
    }

    @Override
    public synchronized boolean isRunning() {
        return !threads.isEmpty();
    }

    private Runner runner(Consumer consumer) {
        return new Runner(consumer, log, transaction, turns);
    }
}
