package org.huying.whistle;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the scheduler runs for whistles: who did not report in by the limit is noted as missing.
@Configuration(proxyBeanMethods = false)
class WhistleTasks {

    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final int MOST = 200;

    @Bean
    @ConditionalOnProperty(name = "huying.alarms.enabled", matchIfMissing = true)
    RecurringTask<Void> missedWhistles(WhistleDesk desk, Clock clock) {
        return Tasks.recurring("whistle-missed", FixedDelay.of(EVERY))
                .execute((_, _) -> desk.missed(clock.instant(), MOST));
    }
}
