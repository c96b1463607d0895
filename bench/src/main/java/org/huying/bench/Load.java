package org.huying.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.locks.LockSupport;

/// Runs clients side by side: first warm, which is thrown away, then measured.
final class Load {

    /// One client; `once` does one unit of work and tells the tally.
    interface Client extends AutoCloseable {
        void once(Tally tally) throws Exception;

        @Override
        void close() throws IOException, SQLException;
    }

    /// Makes the client with this number.
    interface Clients {
        Client client(int number) throws Exception;
    }

    /// What all clients saw in the measured window, and how long it was.
    record Outcome(Tally tally, double seconds) {
        double callsPerSecond() {
            return tally.all().count() / seconds;
        }

        double roundsPerSecond() {
            return tally.rounds() / seconds;
        }
    }

    private static final int MOST_ERRORS = 200;

    private final int count;
    private final Duration warm;
    private final Duration measured;

    Load(int count, Duration warm, Duration measured) {
        this.count = count;
        this.warm = warm;
        this.measured = measured;
    }

    /// `atStart` and `atEnd` run when the measured window opens and closes.
    Outcome run(Clients clients, Runnable atStart, Runnable atEnd) {
        var tallies = new ArrayList<Tally>();
        var threads = new ArrayList<Thread>();
        var stop = new Stop();
        for (int i = 0; i < count; i++) {
            int number = i;
            var tally = new Tally();
            tallies.add(tally);
            threads.add(
                    Thread.ofPlatform()
                            .name("client-" + number)
                            .start(() -> work(clients, number, tally, stop)));
        }
        pause(warm, stop);
        atStart.run();
        tallies.forEach(tally -> tally.open(true));
        long begin = System.nanoTime();
        pause(measured, stop);
        tallies.forEach(tally -> tally.open(false));
        double seconds = (System.nanoTime() - begin) / 1e9;
        atEnd.run();
        stop.now();
        threads.forEach(Load::join);
        var sum = new Tally();
        tallies.forEach(sum::add);
        return new Outcome(sum, seconds);
    }

    private static final class Stop {
        private volatile boolean set;

        void now() {
            set = true;
        }

        boolean isSet() {
            return set;
        }
    }

    private static void work(Clients clients, int number, Tally tally, Stop stop) {
        int failed = 0;
        while (!stop.isSet() && failed < MOST_ERRORS) {
            try (var client = clients.client(number)) {
                while (!stop.isSet()) {
                    client.once(tally);
                }
            } catch (Exception e) {
                failed++;
                tally.error(e.toString());
            }
        }
        if (failed >= MOST_ERRORS) {
            stop.now();
        }
    }

    private static void pause(Duration time, Stop stop) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end && !stop.isSet()) {
            LockSupport.parkNanos(Math.min(50_000_000L, end - System.nanoTime()));
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
