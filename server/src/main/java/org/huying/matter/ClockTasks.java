package org.huying.matter;

import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the scheduler runs for matters: on one node at a time, on another one when that node dies.
@Configuration(proxyBeanMethods = false)
class ClockTasks {

    @Bean
    @ConditionalOnProperty(name = "huying.alarms.enabled", matchIfMissing = true)
    RecurringTask<Void> matterAlarms(AlarmRound round, AlarmSettings settings) {
        return Tasks.recurring("matter-alarms", FixedDelay.of(settings.every()))
                .execute((_, _) -> round.run());
    }

    /// What a server that stops has not finished, another one takes up, or the same when it is back.
    @Bean
    CustomTask<Void> matterRecount(RecountRun recount) {
        return Tasks.custom(RecountRun.TASK, Void.class)
                .execute((task, context) ->
                        recount.run(task.getId(), context.getSchedulerState()::isShuttingDown)
                                ? new OnCompleteRemove<>()
                                : (complete, next) ->
                                        next.reschedule(complete, complete.getTimeDone()));
    }
}
