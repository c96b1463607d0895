package org.huying.matter;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SystemClock;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import java.time.Duration;
import org.huying.database.Snapshots;
import org.huying.matter.RecountRows.Asked;
import org.springframework.stereotype.Component;

/// Begins recounts: in the background, once every server counts by the new days, so that nothing is counted by the old
/// ones behind it.
@Component
class Recounts {

    private final RecountRows rows;
    private final SchedulerClient scheduler;
    private final CustomTask<Void> task;
    private final RecountSettings settings;

    Recounts(
            RecountRows rows,
            SchedulerClient scheduler,
            CustomTask<Void> matterRecount,
            RecountSettings settings) {
        this.rows = rows;
        this.scheduler = scheduler;
        this.task = matterRecount;
        this.settings = settings;
    }

    /// In the present transaction. An order begins at once; days that have changed wait a little for those that are
    /// entered right after them. False when its key was used before.
    boolean begin(Asked asked) {
        if (!rows.add(asked)) {
            return false;
        }
        var begin = new SystemClock().now().plus(pause(asked.cause()));
        scheduler.scheduleIfNotExists(task.instance(RecountRun.instance(asked.id())), begin);
        return true;
    }

    private Duration pause(RecountRows.Cause cause) {
        return switch (cause) {
            case ORDER -> Snapshots.SPREAD;
            case DAYS ->
                    settings.gather().compareTo(Snapshots.SPREAD) > 0
                            ? settings.gather()
                            : Snapshots.SPREAD;
        };
    }
}
