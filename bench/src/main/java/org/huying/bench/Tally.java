package org.huying.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// What one client saw: durations by kind of call, and what went wrong. Only what is recorded while `open` counts.
final class Tally {
    private final Map<String, Histogram> calls = new LinkedHashMap<>();
    private final AtomicReference<@Nullable String> firstError = new AtomicReference<>();
    private long errors;
    private long rounds;
    private volatile boolean open;

    void open(boolean value) {
        open = value;
    }

    boolean isOpen() {
        return open;
    }

    void call(String kind, long nanos) {
        if (open) {
            calls.computeIfAbsent(kind, _ -> new Histogram()).record(nanos);
        }
    }

    /// One whole unit of work is done.
    void round() {
        if (open) {
            rounds++;
        }
    }

    void error(String what) {
        firstError.compareAndSet(null, what);
        if (open) {
            errors++;
        }
    }

    void add(Tally other) {
        other.calls.forEach((kind, histogram) ->
                calls.computeIfAbsent(kind, _ -> new Histogram()).add(histogram));
        errors += other.errors;
        rounds += other.rounds;
        firstError.compareAndSet(null, other.firstError.get());
    }

    Map<String, Histogram> calls() {
        return calls;
    }

    /// All kinds of calls as one.
    Histogram all() {
        var sum = new Histogram();
        calls.values().forEach(sum::add);
        return sum;
    }

    long rounds() {
        return rounds;
    }

    long errors() {
        return errors;
    }

    @Nullable String firstError() {
        return firstError.get();
    }
}
