package org.huying.file;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the scheduler runs for files: on one node at a time, on another one when that node dies.
@Configuration(proxyBeanMethods = false)
class FileTasks {

    private static final Duration WAIT = Duration.ofSeconds(2);

    /// An import keeps a thread of the scheduler to its end, and the timers of everything else need the others: a node is at
    /// one import at a time.
    private final Semaphore turn = new Semaphore(1);

    /// What a server that stops has not finished, another one takes up, or the same when it is back.
    @Bean
    CustomTask<Void> fileImport(ImportRun run) {
        return Tasks.custom(ImportRun.TASK, Void.class)
                .execute((task, context) -> {
                    if (!turn.tryAcquire()) {
                        return again(WAIT);
                    }
                    try {
                        return run.run(task.getId(), context.getSchedulerState()::isShuttingDown)
                                ? new OnCompleteRemove<>()
                                : again(Duration.ZERO);
                    } finally {
                        turn.release();
                    }
                });
    }

    private static CompletionHandler<Void> again(Duration wait) {
        return (complete, next) -> next.reschedule(complete, complete.getTimeDone().plus(wait));
    }

    @Bean
    RecurringTask<Void> fileForgetting(ImportForgetting forgetting) {
        return Tasks.recurring("file-forgetting", FixedDelay.of(Duration.ofHours(1)))
                .execute((_, _) -> forgetting.run());
    }
}
