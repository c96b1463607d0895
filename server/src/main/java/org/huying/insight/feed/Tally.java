package org.huying.insight.feed;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Counts matters. Every counter is a function of the matters as they stand, so that it can be kept by adding the new
/// standing and taking off the old one, and be counted anew at any time. Pure.
///
/// A matter counts for the day of its report, by how far it has come; `closed` counts for the day it was closed, `open`
/// is a running total. `returned` and `reworked` say how many are in that state.
final class Tally {

    private static final Set<String> REFUSED = Set.of("REPORTED", "REJECTED");
    private static final Set<String> HANDLED = Set.of("HANDLED", "VERIFYING", "RATED", "CLOSED");
    private static final Set<String> WORKED = Set.of("DISPATCHED", "IN_PROGRESS", "REWORK");

    private final Map<CounterKey, Long> values = new HashMap<>();

    void add(Standing standing) {
        count(standing, 1);
    }

    void remove(Standing standing) {
        count(standing, -1);
    }

    void add(CounterKey key, long value) {
        values.merge(key, value, Tally::sum);
    }

    long of(CounterKey key) {
        return values.getOrDefault(key, 0L);
    }

    /// The values other than zero, in key order.
    Map<CounterKey, Long> values() {
        return new TreeMap<>(values);
    }

    private void count(Standing standing, long by) {
        in(standing.street(), standing, by);
        if (!standing.community().equals(standing.street())) {
            in(standing.community(), standing, by);
        }
    }

    private void in(String area, Standing standing, long by) {
        var state = standing.state();
        var day = standing.reported();
        add(new CounterKey(area, day, "reported"), by);
        on(!REFUSED.contains(state), area, day, "accepted", by);
        on(state.equals("REJECTED"), area, day, "rejected", by);
        on(WORKED.contains(state) || HANDLED.contains(state), area, day, "dispatched", by);
        on(state.equals("RETURNED"), area, day, "returned", by);
        on(HANDLED.contains(state), area, day, "handled", by);
        on(state.equals("REWORK"), area, day, "reworked", by);
        on(standing.late(), area, day, "late", by);
        on(state.equals("CLOSED"), area, standing.closed().orElse(day), "closed", by);
        on(standing.open(), area, CounterKey.EVER, "open", by);
        standing.rating()
                .ifPresent(answer -> {
                    add(new CounterKey(area, day, "rated"), by);
                    add(new CounterKey(area, day, "rated." + answer), by);
                });
    }

    private void on(boolean counts, String area, LocalDate day, String name, long by) {
        if (counts) {
            add(new CounterKey(area, day, name), by);
        }
    }

    private static @Nullable Long sum(Long one, Long other) {
        long sum = one + other;
        return sum == 0 ? null : (Long) sum;
    }
}
