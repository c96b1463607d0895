package org.huying.task;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Summaries straight from the stored tasks.
@Component
class StoredTasks implements TaskSummaries {

    private final Tasks tasks;

    StoredTasks(Tasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public List<TaskSummary> of(String region, Collection<UUID> ids) {
        return tasks.find(region, ids).stream().map(StoredTasks::summary).toList();
    }

    private static TaskSummary summary(Task task) {
        var to = task.given().to();
        return new TaskSummary(
                task.region(),
                task.id(),
                task.given().kind(),
                task.given().name(),
                task.state().named().name(),
                to.area(),
                to.unit(),
                to.person(),
                task.given().due());
    }
}
