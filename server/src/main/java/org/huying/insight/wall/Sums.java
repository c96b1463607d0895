package org.huying.insight.wall;

import java.util.HashMap;
import java.util.Map;

/// Counters of one place by name: of the span, and of today alone.
record Sums(Map<String, Long> span, Map<String, Long> today) {

    Sums() {
        this(new HashMap<>(), new HashMap<>());
    }

    void add(String name, long inSpan, long ofThemToday) {
        span.merge(name, inSpan, Long::sum);
        today.merge(name, ofThemToday, Long::sum);
    }

    void add(Sums other) {
        other.span.forEach((name, value) -> span.merge(name, value, Long::sum));
        other.today.forEach((name, value) -> today.merge(name, value, Long::sum));
    }

    long of(String name) {
        return span.getOrDefault(name, 0L);
    }

    long ofToday(String name) {
        return today.getOrDefault(name, 0L);
    }
}
