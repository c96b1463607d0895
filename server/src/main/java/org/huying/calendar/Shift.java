package org.huying.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A deadline that the calendar has moved.
public record Shift(Instant was, Instant due) {

    private static final Duration LEAST = Duration.ofSeconds(1);

    /// From the deadline that is owed to the one that the days of now ask for. Nothing where it is as it was to the second,
    /// for days move by hours; and where the old one had passed by `now`: what was missed stays missed.
    public static Optional<Shift> between(
            Optional<Instant> was, Optional<Instant> due, Instant now) {
        return was.filter(now::isBefore)
                .flatMap(old ->
                        due.filter(it -> Duration.between(old, it).abs().compareTo(LEAST) >= 0)
                                .map(it -> new Shift(old, it)));
    }

    /// Both moments with a slash between them, as notices take them.
    public String word() {
        return was + "/" + due;
    }
}
