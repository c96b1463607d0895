package org.huying.trust;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.huying.demo.hotline.Calling;
import org.huying.demo.hotline.Hotline;

/// Some clerks of a hotline at once, who send orders in until each is taken.
final class Clerks implements AutoCloseable {

    private static final int CLERKS = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final Queue<String> left;
    private final int all;
    private final AtomicInteger done = new AtomicInteger();
    private final Queue<RuntimeException> surprises = new ConcurrentLinkedQueue<>();
    private final List<Thread> threads = new ArrayList<>();

    Clerks(Hotline hotline, URI door, String bearer, List<String> numbers) {
        this.left = new ConcurrentLinkedQueue<>(numbers);
        this.all = numbers.size();
        for (int i = 0; i < CLERKS; i++) {
            var calling = new Calling(hotline, door, bearer);
            threads.add(Thread.ofVirtual().start(() -> work(calling)));
        }
    }

    private void work(Calling calling) {
        try {
            for (var number = left.poll(); number != null; number = left.poll()) {
                calling.order(number);
                done.incrementAndGet();
            }
        } catch (RuntimeException e) {
            surprises.add(e);
        }
    }

    void awaitShare(double share) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    for (var surprise : surprises) {
                        throw surprise;
                    }
                    return done.get() >= share * all;
                });
    }

    @Override
    public void close() {
        left.clear();
        try {
            for (var thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
