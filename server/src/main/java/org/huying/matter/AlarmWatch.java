package org.huying.matter;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/// Asks for attention when clocks ring that could not be answered. The node serves all the same.
@Component("alarmHealthIndicator")
class AlarmWatch implements HealthIndicator {

    private static final Status ATTENTION = new Status("ATTENTION", "alarms are parked");

    private final AlarmRows alarms;
    private final AlarmSettings settings;

    AlarmWatch(AlarmRows alarms, AlarmSettings settings) {
        this.alarms = alarms;
        this.settings = settings;
    }

    @Override
    public Health health() {
        int parked = alarms.parked();
        var health = parked > 0 ? Health.status(ATTENTION) : Health.up();
        return health.withDetail("parked", parked)
                .withDetail("looksHere", settings.enabled())
                .build();
    }
}
