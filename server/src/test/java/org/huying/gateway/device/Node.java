package org.huying.gateway.device;

import java.time.Duration;
import java.util.UUID;
import org.huying.access.MovableClock;

/// A node that listens, as long as a test lets it: it holds the lines and goes its rounds.
final class Node {

    private static final Duration EVERY = Lines.LEASE.minusSeconds(5);

    private final UUID id = UUID.randomUUID();
    private final Lines lines;
    private final Rounds rounds;
    private final MovableClock clock;

    Node(Lines lines, Rounds rounds, MovableClock clock) {
        this.lines = lines;
        this.rounds = rounds;
        this.clock = clock;
    }

    /// It listens for so long without a break.
    void listens(Duration span) {
        var left = span;
        lines.hold(id, clock.instant());
        while (left.isPositive()) {
            var step = left.compareTo(EVERY) < 0 ? left : EVERY;
            clock.move(step);
            left = left.minus(step);
            lines.hold(id, clock.instant());
        }
        rounds.round();
    }

    /// Nobody listens for so long, and then the rounds come first.
    void isDown(Duration span) {
        clock.move(span);
        rounds.round();
    }
}
