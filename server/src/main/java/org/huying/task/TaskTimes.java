package org.huying.task;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the scheduler runs for tasks: the rounds of each period, and modes that begin and end by themselves.
@Configuration(proxyBeanMethods = false)
class TaskTimes {

    private static final Duration EVERY = Duration.ofSeconds(30);

    @Bean
    @ConditionalOnProperty(name = "huying.alarms.enabled", matchIfMissing = true)
    RecurringTask<Void> taskRounds(Rounds rounds, Spells spells, Clock clock) {
        return Tasks.recurring("task-rounds", FixedDelay.of(EVERY))
                .execute((_, _) -> {
                    spells.run(clock.instant());
                    rounds.run(clock.instant());
                });
    }
}
