package org.huying.power;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the scheduler runs for powers: who owes an answer and lets the time pass is told.
@Configuration(proxyBeanMethods = false)
class PowerTimes {

    private static final Duration EVERY = Duration.ofSeconds(60);
    private static final int MOST = 200;

    @Bean
    @ConditionalOnProperty(name = "huying.alarms.enabled", matchIfMissing = true)
    RecurringTask<Void> latePowers(PowerDesk desk, Clock clock) {
        return Tasks.recurring("power-late", FixedDelay.of(EVERY))
                .execute((_, _) -> desk.tellOfLate(clock.instant(), MOST));
    }
}
