package org.huying.gateway.device;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hears one message after the other. A message is acknowledged when everything it comes to is stored, and not before: what
/// cannot be stored is tried until it can be, and holds back what comes after it.
final class Ear {

    private static final Logger LOG = LoggerFactory.getLogger(Ear.class);
    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /// Stores what a message comes to, or throws.
    @FunctionalInterface
    interface Taking {
        void take(String topic, String body);
    }

    private final Taking taking;
    private final CountDownLatch closed = new CountDownLatch(1);

    Ear(Taking taking) {
        this.taking = taking;
    }

    /// Returns when the message is acknowledged, or the ear is closed and it is not.
    void hear(String topic, String body, Runnable acknowledge) {
        var pause = FIRST;
        while (!closed()) {
            try {
                taking.take(topic, body);
            } catch (RuntimeException e) {
                LOG.warn("A message of {} waits, it cannot be stored: {}", topic, e.getMessage());
                if (closed(pause)) {
                    return;
                }
                pause =
                        pause.multipliedBy(2).compareTo(LONGEST) < 0
                                ? pause.multipliedBy(2)
                                : LONGEST;
                continue;
            }
            if (!closed()) {
                acknowledge.run();
            }
            return;
        }
    }

    boolean closed() {
        return closed.getCount() == 0;
    }

    void close() {
        closed.countDown();
    }

    private boolean closed(Duration patience) {
        try {
            return closed.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
