package org.huying.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/// A wall clock that stands still until a test moves it.
public final class MovableClock extends Clock {

    @TestConfiguration(proxyBeanMethods = false)
    public static class Config {
        @Bean(defaultCandidate = false)
        MovableClock wallClock() {
            return new MovableClock(Instant.parse("2026-11-02T01:00:00Z"));
        }
    }

    private final AtomicReference<Instant> now;

    public MovableClock(Instant start) {
        now = new AtomicReference<>(start);
    }

    public void move(Duration by) {
        now.updateAndGet(at -> at.plus(by));
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
