package org.huying.live;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.huying.eventlog.Tail;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Reads the log once for all clients of this node, from the first of them on, and hands each what concerns it.
@Component
class Reader implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Reader.class);
    private static final int REMEMBERED = 5_000;
    private static final int LOOKED_BACK = 500;
    private static final long IDLE_MILLIS = 100;
    private static final long OUTAGE_MILLIS = 1_000;

    private final Tail tail;
    private final Happenings happenings;
    private final JsonMapper json;
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final CountDownLatch stop = new CountDownLatch(1);
    private @Nullable Ring ring;
    private volatile @Nullable Thread thread;

    Reader(Tail tail, Happenings happenings, JsonMapper json) {
        this.tail = tail;
        this.happenings = happenings;
        this.json = json;
    }

    /// From here on this listener is told everything that concerns it: first what it missed since `last`, or that it has to
    /// begin anew where that is not known any more.
    synchronized void join(Listener listener, Optional<Tail.Place> last) {
        var known = begun();
        last.flatMap(known::after)
                .ifPresentOrElse(
                        missed ->
                                missed.stream()
                                        .filter(it -> listener.concerns(it.moved()))
                                        .forEach(it -> listener.tell(it.said())),
                        () -> {
                            var event = last.isPresent() ? Listener.RESET : "hello";
                            listener.tell(new Said(known.end().toString(), event, "{}"));
                        });
        listeners.add(listener);
    }

    void leave(Listener listener) {
        listeners.remove(listener);
    }

    /// How far a listener that has taken everything has come; empty when something waits for it.
    synchronized Optional<String> reached(Listener listener) {
        return listener.idle() ? Optional.of(begun().end().toString()) : Optional.empty();
    }

    private Ring begun() {
        if (ring == null) {
            var read = tail.newest(LOOKED_BACK);
            boolean whole = read.size() < LOOKED_BACK;
            var begin = whole ? Tail.Place.START : read.getFirst().place();
            ring = new Ring(REMEMBERED, begin);
            add(ring, whole ? read : read.subList(1, read.size()));
            if (stop.getCount() > 0) {
                thread = Thread.ofVirtual().name("live-reader").start(this::run);
            }
        }
        return ring;
    }

    private void run() {
        while (stop.getCount() > 0) {
            try {
                if (!step()) {
                    pause(IDLE_MILLIS);
                }
            } catch (RuntimeException e) {
                LOG.warn("The live reader waits for the database: {}", e.toString());
                pause(OUTAGE_MILLIS);
            }
        }
    }

    /// Reads outside the lock, so that nobody waits for the database; only this thread moves the ring.
    private boolean step() {
        var known = known();
        var read = tail.after(known.end());
        if (read.isEmpty()) {
            return false;
        }
        var told = told(read);
        synchronized (this) {
            known.add(told, read.getLast().place());
            for (var one : told) {
                listeners.forEach(listener -> {
                    if (listener.concerns(one.moved())) {
                        listener.tell(one.said());
                    }
                });
            }
        }
        return true;
    }

    private synchronized Ring known() {
        return begun();
    }

    private void add(Ring known, List<Tail.Read> read) {
        if (!read.isEmpty()) {
            known.add(told(read), read.getLast().place());
        }
    }

    private List<Ring.Told> told(List<Tail.Read> read) {
        return happenings.of(read).stream().map(this::told).toList();
    }

    private Ring.Told told(Moved moved) {
        var data = json.writeValueAsString(moved.data());
        return new Ring.Told(moved, new Said(moved.place().toString(), moved.event(), data));
    }

    private void pause(long millis) {
        try {
            if (stop.await(millis, TimeUnit.MILLISECONDS)) {
                LOG.debug("The live reader stops");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            stop.countDown();
        }
    }

    @Override
    public void start() {
        // the first client starts it
    }

    @Override
    public void stop() {
        stop.countDown();
        var reading = thread;
        if (reading != null) {
            try {
                reading.join();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null && stop.getCount() > 0;
    }
}
