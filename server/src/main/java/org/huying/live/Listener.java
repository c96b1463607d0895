package org.huying.live;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// What waits for one client. Who takes too slowly is told to begin anew rather than to wait for old news.
final class Listener {
    static final int MOST_WAITING = 500;
    static final String RESET = "reset";

    private final String region;
    private final BlockingQueue<Said> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private volatile Hearing hearing;

    Listener(String region, Hearing hearing) {
        this.region = region;
        this.hearing = hearing;
    }

    void hearing(Hearing now) {
        hearing = now;
    }

    boolean concerns(Moved moved) {
        return moved.region().equals(region) && hearing.hears(moved.audience());
    }

    void tell(Said said) {
        if (!waiting.offer(said)) {
            waiting.clear();
            waiting.add(new Said(said.id(), RESET, "{}"));
        }
    }

    /// What has come, after waiting for it at most so long; empty when nothing has.
    List<Said> take(long millis) throws InterruptedException {
        var first = waiting.poll(millis, TimeUnit.MILLISECONDS);
        if (first == null) {
            return List.of();
        }
        var taken = new ArrayList<Said>();
        taken.add(first);
        waiting.drainTo(taken);
        return taken;
    }

    boolean idle() {
        return waiting.isEmpty();
    }
}
