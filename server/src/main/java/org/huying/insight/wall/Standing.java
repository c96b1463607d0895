package org.huying.insight.wall;

import java.util.Map;
import java.util.TreeMap;

/// The open matters of one place.
final class Standing {
    static final Standing NOTHING = new Standing();

    private final Map<String, Long> states = new TreeMap<>();
    private long overdue;
    private long soon;
    private long held;

    void add(String state, long open, long late, long near, long pausing) {
        states.merge(state, open, Long::sum);
        overdue += late;
        soon += near;
        held += pausing;
    }

    void add(Standing other) {
        other.states.forEach((state, open) -> states.merge(state, open, Long::sum));
        overdue += other.overdue;
        soon += other.soon;
        held += other.held;
    }

    Map<String, Long> states() {
        return states;
    }

    long open() {
        return states.values().stream().mapToLong(Long::longValue).sum();
    }

    long overdue() {
        return overdue;
    }

    long soon() {
        return soon;
    }

    long held() {
        return held;
    }
}
