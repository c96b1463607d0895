package org.huying.live;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/// What waits for one client. Who takes too slowly is told to begin anew rather than to wait for old news.
final class Listener {
    static final int MOST_WAITING = 500;
    static final String RESET = "reset";

    private final String region;
    private final Queue<Said> waiting = new ArrayDeque<>();
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

    synchronized void tell(Said said) {
        if (waiting.size() < MOST_WAITING) {
            waiting.add(said);
        } else {
            waiting.clear();
            waiting.add(new Said(said.id(), RESET, "{}"));
        }
        notifyAll();
    }

    /// What has come, after waiting for it at most so long; empty when nothing has.
    synchronized List<Said> take(long millis) throws InterruptedException {
        if (waiting.isEmpty() && millis > 0) {
            wait(millis);
        }
        var taken = List.copyOf(waiting);
        waiting.clear();
        return taken;
    }

    synchronized boolean idle() {
        return waiting.isEmpty();
    }
}
