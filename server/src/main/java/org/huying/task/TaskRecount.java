package org.huying.task;

import java.util.UUID;
import org.huying.calendar.Recountable;
import org.springframework.stereotype.Component;

/// Counts the end of the time of tasks that are still to be done again.
@Component
class TaskRecount implements Recountable {

    private final Tasks tasks;
    private final TaskDesk desk;

    TaskRecount(Tasks tasks, TaskDesk desk) {
        this.tasks = tasks;
        this.desk = desk;
    }

    @Override
    public String kind() {
        return "task";
    }

    @Override
    public Chunk recount(String region, UUID after, int most) {
        return Chunk.of(
                tasks.running(region, after, most),
                Task::id,
                desk::recount,
                it -> desk.find(it.region(), it.id()));
    }
}
