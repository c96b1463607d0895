package org.huying.clock;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// A clock that shows the system's time, except while the present request is set to a recorded moment.
final class RecordedClock extends Clock {

    private final Clock system;
    private static final ThreadLocal<@Nullable Instant> RECORDED = new ThreadLocal<>();

    RecordedClock(Clock system) {
        this.system = system;
    }

    void set(Instant moment) {
        RECORDED.set(moment);
    }

    void clear() {
        RECORDED.remove();
    }

    @Override
    public Instant instant() {
        var moment = RECORDED.get();
        return moment == null ? system.instant() : moment;
    }

    @Override
    public ZoneId getZone() {
        return system.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return system.withZone(zone);
    }
}
