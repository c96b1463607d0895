package org.huying.insight.feed;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.huying.matter.Flag;
import org.jspecify.annotations.Nullable;

/// Counts matters. Every counter is a function of the matters as they stand, so that it can be kept by adding the new
/// standing and taking off the old one, and be counted anew at any time. Pure.
///
/// A matter counts for the day of its report, by how far it has come; `closed` counts for the day it was closed, `open`
/// is a running total. `returned` and `reworked` say how many are in that state. `reported` counts every report (次);
/// without `merged` ones it counts masters and singles (件). What was handled on the spot is also counted apart.
final class Tally {

    private static final Set<String> REFUSED =
            Set.of("REPORTED", "REJECTED", "VOIDED", "WITHDRAWN");
    private static final Set<String> HANDLED = Set.of("HANDLED", "VERIFYING", "RATED", "CLOSED");
    private static final Set<String> WORKED = Set.of("DISPATCHED", "IN_PROGRESS", "REWORK");

    /// Begins the counters of what is left out of the assessment: without them is the assessed scope, with them the full
    /// one.
    static final String EXCLUDED = "excluded.";

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
        in(area, standing, "", by);
        if (standing.flags().contains(Flag.EXCLUDED)) {
            in(area, standing, EXCLUDED, by);
        } else if (standing.flags().contains(Flag.EXCLUDED_RATING)) {
            rated(area, standing, EXCLUDED, by);
        }
    }

    private void in(String area, Standing standing, String scope, long by) {
        var state = standing.state();
        var day = standing.reported();
        var closed = standing.closed().orElse(day);
        boolean spot = standing.flags().contains(Flag.SPOT);
        boolean ended = state.equals("CLOSED");
        on(true, area, day, scope + "reported", by);
        on(!REFUSED.contains(state), area, day, scope + "accepted", by);
        on(state.equals("REJECTED"), area, day, scope + "rejected", by);
        on(state.equals("MERGED"), area, day, scope + "merged", by);
        on(state.equals("VOIDED"), area, day, scope + "voided", by);
        on(state.equals("WITHDRAWN"), area, day, scope + "withdrawn", by);
        on(WORKED.contains(state) || HANDLED.contains(state), area, day, scope + "dispatched", by);
        on(state.equals("RETURNED"), area, day, scope + "returned", by);
        on(HANDLED.contains(state), area, day, scope + "handled", by);
        on(state.equals("REWORK"), area, day, scope + "reworked", by);
        on(standing.late(), area, day, scope + "late", by);
        on(spot, area, day, scope + "spot", by);
        on(ended, area, closed, scope + "closed", by);
        on(ended && spot, area, closed, scope + "closed.spot", by);
        on(standing.open(), area, CounterKey.EVER, scope + "open", by);
        rated(area, standing, scope, by);
    }

    private void rated(String area, Standing standing, String scope, long by) {
        standing.rating()
                .ifPresent(answer -> {
                    on(true, area, standing.reported(), scope + "rated", by);
                    on(true, area, standing.reported(), scope + "rated." + answer, by);
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
