package org.huying.access.session;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Small background work that repeats while the server runs. A failure is logged and the next beat tries again; a stop
/// waits for the beat under way and runs a last one.
public abstract class Beat implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Beat.class);

    private final String name;
    private final Duration every;
    private @Nullable ScheduledExecutorService timer;

    protected Beat(String name, Duration every) {
        this.name = name;
        this.every = every;
    }

    protected abstract void beat();

    private void safely() {
        try {
            beat();
        } catch (RuntimeException e) {
            LOG.warn("{} failed and will try again: {}", name, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public synchronized void start() {
        if (timer == null) {
            var started =
                    Executors.newSingleThreadScheduledExecutor(
                            Thread.ofVirtual().name(name).factory());
            var _ =
                    started.scheduleWithFixedDelay(
                            this::safely,
                            every.toMillis(),
                            every.toMillis(),
                            TimeUnit.MILLISECONDS);
            timer = started;
        }
    }

    @Override
    public synchronized void stop() {
        var running = timer;
        timer = null;
        if (running != null) {
            running.close();
            safely();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return timer != null;
    }
}
