package org.huying.gateway.device;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How one device stands, and what a reading makes of it: hysteresis by two conditions, debounce by how long they must hold,
/// and no repeats sooner than wanted. Pure: no clock, no database.
///
/// @param since when this phase began
/// @param heard the time of the latest reading that was judged; older ones change nothing
/// @param said when the alarm was last told of
/// @param repeats readings that alarm, since the alarm was raised; the first counts. One that is held back has been raised
record Watch(Phase phase, Instant since, Instant heard, Instant said, int repeats) {

    /// The words are stored; add, never rename.
    enum Phase {
        CALM,
        /// It would alarm, but not for long enough yet; or it does, and is held back.
        RISING,
        ALARMED,
        /// It would be over, but not for long enough yet.
        FALLING
    }

    /// What is to be told.
    enum Turn {
        NONE,
        RAISED,
        REPEATED,
        CLEARED
    }

    /// @param hold how long the condition of the alarm must hold before it is raised
    /// @param settle how long the condition of its end must hold before it is over
    /// @param quiet a standing alarm is not told of again sooner
    record Timing(Duration hold, Duration settle, Duration quiet) {}

    record Step(Watch after, Turn turn) {}

    static final Watch CALM = new Watch(Phase.CALM, Instant.EPOCH, Instant.EPOCH, Instant.EPOCH, 0);

    /// A reading. Where both conditions hold, it alarms.
    Step heard(boolean on, boolean off, Instant at, Timing timing) {
        if (at.isBefore(heard)) {
            return new Step(this, Turn.NONE);
        }
        var now = new Watch(phase, since, at, said, repeats);
        return switch (phase) {
            case CALM -> on ? now.rising(at, at, timing) : now.stays();
            case RISING -> now.risen(on, off, at, timing);
            case ALARMED ->
                    on ? now.again(at, timing) : off ? now.falling(at, at, timing) : now.stays();
            case FALLING ->
                    on
                            ? now.to(Phase.ALARMED, at).again(at, timing)
                            : off
                                    ? now.falling(since, at, timing)
                                    : now.to(Phase.ALARMED, at).stays();
        };
    }

    /// The time has come that [#due] said, and nothing spoke against it.
    Step waited(Instant at) {
        return switch (phase) {
            case RISING -> raised(at, Math.max(1, repeats));
            case FALLING -> calm(at, Turn.CLEARED);
            case CALM, ALARMED -> stays();
        };
    }

    /// How long until the phase ends by itself, from its latest reading on; empty where it does not.
    Optional<Duration> due(Timing timing) {
        var gone = Duration.between(since, heard);
        return switch (phase) {
            case RISING -> Optional.of(timing.hold().minus(gone));
            case FALLING -> Optional.of(timing.settle().minus(gone));
            case CALM, ALARMED -> Optional.empty();
        };
    }

    /// It alarms and may not be told of now. It waits until it may be, however little is said of it meanwhile; only its end
    /// is the end of it.
    ///
    /// @param before how it stood: what has waited goes on waiting
    Watch heldBack(Watch before) {
        return new Watch(Phase.RISING, before.held() ? before.since : since, heard, said, repeats);
    }

    /// Its alarm waits, having lasted long enough.
    boolean held() {
        return phase == Phase.RISING && repeats > 0;
    }

    /// The alarm goes on, and what was told of it is over: it is told of as if it had just been raised.
    Step anew(Instant at) {
        return new Step(new Watch(Phase.ALARMED, at, heard, at, repeats), Turn.RAISED);
    }

    /// The alarm stands and is not to be told of.
    boolean alarmed() {
        return phase == Phase.ALARMED || phase == Phase.FALLING;
    }

    private Step rising(Instant from, Instant at, Timing timing) {
        var waiting = to(Phase.RISING, from);
        return over(from, at, timing.hold()) ? waiting.raised(at, 1) : waiting.stays();
    }

    private Step risen(boolean on, boolean off, Instant at, Timing timing) {
        if (held()) {
            return on ? raised(at, repeats + 1) : off ? calm(at, Turn.NONE) : stays();
        }
        return on ? rising(since, at, timing) : calm(at, Turn.NONE);
    }

    private Step falling(Instant from, Instant at, Timing timing) {
        return over(from, at, timing.settle())
                ? calm(at, Turn.CLEARED)
                : to(Phase.FALLING, from).stays();
    }

    private Step raised(Instant at, int count) {
        return new Step(new Watch(Phase.ALARMED, at, heard, at, count), Turn.RAISED);
    }

    private Step again(Instant at, Timing timing) {
        var tell = over(said, at, timing.quiet());
        return new Step(
                new Watch(Phase.ALARMED, since, heard, tell ? at : said, repeats + 1),
                tell ? Turn.REPEATED : Turn.NONE);
    }

    private Step calm(Instant at, Turn turn) {
        return new Step(new Watch(Phase.CALM, at, heard, said, 0), turn);
    }

    private Step stays() {
        return new Step(this, Turn.NONE);
    }

    private Watch to(Phase next, Instant from) {
        return new Watch(next, from, heard, said, repeats);
    }

    private static boolean over(Instant from, Instant at, Duration span) {
        return !Duration.between(from, at).minus(span).isNegative();
    }
}
