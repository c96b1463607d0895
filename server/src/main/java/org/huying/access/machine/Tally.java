package org.huying.access.machine;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToLongFunction;

/// What this node has counted of a machine on a day and not yet written down.
final class Tally {

    /// Calls; of them refused, failed and turned away because there were too many.
    record Counts(long calls, long refused, long failed, long away) {
        boolean none() {
            return calls == 0 && refused == 0 && failed == 0 && away == 0;
        }
    }

    private final AtomicLong before;
    private final LongAdder calls = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder away = new LongAdder();

    /// @param before how many calls had been let through on all nodes
    Tally(long before) {
        this.before = new AtomicLong(before);
    }

    void add(int status) {
        calls.increment();
        if (status >= 500) {
            failed.increment();
        } else if (status >= 400) {
            refused.increment();
        }
    }

    void turnedAway() {
        calls.increment();
        refused.increment();
        away.increment();
    }

    /// How many calls have been let through on this day.
    long let() {
        return before.get() + calls.sum() - away.sum();
    }

    /// Hands over what was counted; it answers how many have been let through on all nodes. What it does not take, because
    /// it throws, is counted again.
    void write(ToLongFunction<Counts> take) {
        var counts =
                new Counts(
                        calls.sumThenReset(),
                        refused.sumThenReset(),
                        failed.sumThenReset(),
                        away.sumThenReset());
        if (counts.none()) {
            return;
        }
        try {
            before.set(take.applyAsLong(counts));
        } catch (RuntimeException e) {
            calls.add(counts.calls());
            refused.add(counts.refused());
            failed.add(counts.failed());
            away.add(counts.away());
            throw e;
        }
    }
}
