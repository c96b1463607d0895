package org.huying.eventlog;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/// How far the consumers are behind, for whoever watches the installation: gauges per consumer, and a health that asks
/// for attention when events are parked or very many wait. The node still serves then, so it is not down.
@Component("eventLogHealthIndicator")
class LagWatch implements HealthIndicator, MeterBinder {
    static final Status ATTENTION = new Status("ATTENTION", "events are parked or pile up");
    static final String EVENTS = "huying.eventlog.lag.events";
    static final String AGE = "huying.eventlog.lag.age";
    static final String PARKED = "huying.eventlog.parked";

    private static final long MANY = 10_000;
    private static final long FRESH_NANOS = 5_000_000_000L;

    private record Reading(long nanos, List<Lag> lags) {}

    private final Log log;
    private final List<Consumer> consumers;
    private @Nullable Reading last;

    LagWatch(Log log, List<Consumer> consumers) {
        this.log = log;
        this.consumers = consumers;
    }

    @Override
    public Health health() {
        var health = Health.up();
        for (var lag : lags()) {
            health.withDetail(
                    lag.consumer(), "%d waiting, %d parked".formatted(lag.events(), lag.parked()));
            if (lag.parked() > 0 || lag.events() >= MANY) {
                health.status(ATTENTION);
            }
        }
        return health.build();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (var consumer : consumers) {
            var name = consumer.name();
            gauge(registry, EVENTS, name, Lag::events, "events");
            gauge(registry, AGE, name, lag -> lag.age().toMillis() / 1e3, "seconds");
            gauge(registry, PARKED, name, Lag::parked, "events");
        }
    }

    private void gauge(
            MeterRegistry registry,
            String gauge,
            String consumer,
            ToDoubleFunction<Lag> value,
            String unit) {
        Gauge.builder(gauge, this, watch -> watch.value(consumer, value))
                .tag("consumer", consumer)
                .baseUnit(unit)
                .register(registry);
    }

    private double value(String consumer, ToDoubleFunction<Lag> value) {
        return lags().stream()
                .filter(lag -> lag.consumer().equals(consumer))
                .mapToDouble(value)
                .findFirst()
                .orElse(0);
    }

    /// One look at the database serves all gauges of a scrape.
    private synchronized List<Lag> lags() {
        long now = System.nanoTime();
        if (last == null || now - last.nanos() > FRESH_NANOS) {
            last = new Reading(now, log.lag());
        }
        return last.lags();
    }
}
