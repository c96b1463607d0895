package org.huying.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huying.eventlog.Consumer;
import org.huying.eventlog.StoredFact;
import org.huying.task.TaskMoved;
import org.huying.task.TaskSummaries;
import org.huying.task.TaskSummaries.TaskSummary;
import org.springframework.stereotype.Component;

/// Tells who has a task, whose task is late, and who has to check one.
@Component
class TaskNotices implements Consumer {

    private static final Map<String, String> BY_ACT =
            Map.of(
                    "give", "task-given",
                    "late", "task-late",
                    "finish", "task-done",
                    "pass", "task-passed",
                    "send-back", "task-sent-back",
                    "end", "task-ended",
                    "recount", "task-recount");

    /// Every template there is; each has words in every language.
    static final List<String> TEMPLATES = BY_ACT.values().stream().sorted().toList();

    private final TaskSummaries tasks;
    private final Notices notices;

    TaskNotices(TaskSummaries tasks, Notices notices) {
        this.tasks = tasks;
        this.notices = notices;
    }

    @Override
    public String name() {
        return "notice.task";
    }

    @Override
    public Set<String> kinds() {
        return Set.of(TaskMoved.KIND);
    }

    @Override
    public void apply(List<StoredFact> batch) {
        batch.stream()
                .filter(event -> BY_ACT.containsKey(act(event)))
                .collect(
                        Collectors.groupingBy(
                                StoredFact::region, TreeMap::new, Collectors.toList()))
                .forEach((region, events) -> notices.add(region, notices(region, events)));
    }

    private List<Notice> notices(String region, List<StoredFact> events) {
        var ids = events.stream().map(StoredFact::subject).collect(Collectors.toSet());
        Map<UUID, TaskSummary> known =
                tasks.of(region, ids).stream()
                        .collect(Collectors.toMap(TaskSummary::id, Function.identity()));
        var told = new ArrayList<Notice>();
        for (var event : events) {
            var task = known.get(event.subject());
            if (task != null) {
                recipients(event, task).forEach(it -> told.add(notice(event, task, it)));
            }
        }
        return told;
    }

    /// Whoever has it, or did it; the desk of the place for what is to be checked, unless it counts already.
    private static Stream<UUID> recipients(StoredFact event, TaskSummary task) {
        return switch (act(event)) {
            case "finish" ->
                    task.state().equals("DONE")
                            ? Stream.of(Recipients.desk(task.area()))
                            : Stream.empty();
            case "pass", "send-back" -> doer(event).stream();
            default -> Stream.of(task.person().orElse(task.unit()));
        };
    }

    private static Optional<UUID> doer(StoredFact event) {
        var text = event.facts().path("doer").asString("");
        return text.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(text));
    }

    private static Notice notice(StoredFact event, TaskSummary task, UUID recipient) {
        var template = BY_ACT.getOrDefault(act(event), "");
        return new Notice(
                event.region(),
                Notice.id(event, recipient, template),
                recipient,
                task.id(),
                template,
                "",
                task.name(),
                Optional.of(task.unit()),
                event.facts().path("word").asString(""),
                event.at());
    }

    private static String act(StoredFact event) {
        return event.facts().path("act").asString("");
    }
}
