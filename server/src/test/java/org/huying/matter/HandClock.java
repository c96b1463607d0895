package org.huying.matter;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/// A clock whose hands the test moves.
final class HandClock extends Clock {

    /// Monday, 2 March 2026, 9 o'clock in the morning.
    static final Instant MONDAY = Instant.parse("2026-03-02T01:00:00Z");

    /// Makes it the clock of the application.
    @TestConfiguration(proxyBeanMethods = false)
    static class Wound {
        @Bean
        @Primary
        HandClock hands() {
            return new HandClock();
        }
    }

    private volatile Instant now = MONDAY;

    void set(Instant moment) {
        now = moment;
    }

    @Override
    public Instant instant() {
        return now;
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
