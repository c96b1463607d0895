package org.huying.file;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.huying.problem.Problem;

/// Never more than a few at the same costly thing, so that lists and steps keep their share. Whoever comes when all turns
/// are taken waits for a while.
final class Turns {

    private static final int RETRY_SECONDS = 5;

    private final Semaphore free;
    private final Duration wait;

    Turns(int many, Duration wait) {
        this.free = new Semaphore(many);
        this.wait = wait;
    }

    /// Given back by closing it.
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    /// Throws `Problem.OVERLOADED` where none has become free for so long.
    Turn take() {
        if (!acquired()) {
            throw Problem.OVERLOADED.plain().retryAfter(RETRY_SECONDS);
        }
        return free::release;
    }

    private boolean acquired() {
        try {
            return free.tryAcquire(wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
