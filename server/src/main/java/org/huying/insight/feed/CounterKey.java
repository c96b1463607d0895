package org.huying.insight.feed;

import java.time.LocalDate;
import java.util.Comparator;

/// One counter: a name, for a street or community, on a day.
record CounterKey(String area, LocalDate day, String name) implements Comparable<CounterKey> {

    /// The day of running totals, which are not of any day.
    static final LocalDate EVER = LocalDate.EPOCH;

    private static final Comparator<CounterKey> ORDER =
            Comparator.comparing(CounterKey::area)
                    .thenComparing(CounterKey::day)
                    .thenComparing(CounterKey::name);

    @Override
    public int compareTo(CounterKey other) {
        return ORDER.compare(this, other);
    }
}
