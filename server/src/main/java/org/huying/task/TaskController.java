package org.huying.task;

import static org.huying.task.TaskRequests.text;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.problem.Problem;
import org.huying.problem.Seen;
import org.huying.task.TaskRequests.CheckTaskRequest;
import org.huying.task.TaskRequests.EndTaskRequest;
import org.huying.task.TaskRequests.FinishTaskRequest;
import org.huying.task.TaskRequests.ForwardTaskRequest;
import org.huying.task.TaskViews.TaskView;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// One task and its steps, one address per step. `If-Match` names the version the caller saw.
@RestController
@RequestMapping("/api/v1/{region}/tasks/{id}")
class TaskController {

    private final TaskDesk desk;
    private final Kinds kinds;
    private final TaskViews views;

    TaskController(TaskDesk desk, Kinds kinds, TaskViews views) {
        this.desk = desk;
        this.kinds = kinds;
        this.views = views;
    }

    /// With its whole history.
    @GetMapping
    @Permit(TaskScope.READ)
    ResponseEntity<TaskView> show(
            @PathVariable @Pattern(regexp = TaskRequests.REGION) String region,
            @PathVariable UUID id,
            Caller caller) {
        var task = seen(region, id, TaskScope.READ, caller);
        return Seen.tagged(task.version(), views.of(task, desk.history(task), caller));
    }

    /// The next of its stages is done.
    @PostMapping("/forward")
    @Permit(TaskScope.DO)
    ResponseEntity<TaskView> forward(
            @PathVariable @Pattern(regexp = TaskRequests.REGION) String region,
            @PathVariable UUID id,
            Seen seen,
            @RequestBody @Valid ForwardTaskRequest body,
            Caller caller) {
        var task = seen(region, id, TaskScope.DO, caller);
        return take(task, seen, new TaskCommand.Forward(text(body.words())), caller);
    }

    @PostMapping("/finish")
    @Permit(TaskScope.DO)
    ResponseEntity<TaskView> finish(
            @PathVariable @Pattern(regexp = TaskRequests.REGION) String region,
            @PathVariable UUID id,
            Seen seen,
            @RequestBody @Valid FinishTaskRequest body,
            Caller caller) {
        return take(seen(region, id, TaskScope.DO, caller), seen, body.command(), caller);
    }

    /// By the post that the playbook names, and never by whoever did it.
    @PostMapping("/check")
    @Permit(TaskScope.CHECK)
    ResponseEntity<TaskView> check(
            @PathVariable @Pattern(regexp = TaskRequests.REGION) String region,
            @PathVariable UUID id,
            Seen seen,
            @RequestBody @Valid CheckTaskRequest body,
            Caller caller) {
        var task = seen(region, id, TaskScope.CHECK, caller);
        if (!views.mayCheck(task, kinds.of(task), caller)) {
            throw Problem.FORBIDDEN.with(
                    "这项任务由规定的岗位核查", "The post that is named for it checks this task");
        }
        return take(task, seen, new TaskCommand.Check(body.passed(), text(body.words())), caller);
    }

    @PostMapping("/end")
    @Permit(TaskScope.GIVE)
    ResponseEntity<TaskView> end(
            @PathVariable @Pattern(regexp = TaskRequests.REGION) String region,
            @PathVariable UUID id,
            Seen seen,
            @RequestBody @Valid EndTaskRequest body,
            Caller caller) {
        var task = seen(region, id, TaskScope.GIVE, caller);
        return take(task, seen, new TaskCommand.End(text(body.why())), caller);
    }

    private ResponseEntity<TaskView> take(
            Task task, Seen seen, TaskCommand command, Caller caller) {
        seen.at(task.version());
        var after = desk.take(task, command, caller);
        return Seen.tagged(after.version(), views.of(after, List.of(), caller));
    }

    /// The task, if this caller reaches it with the permission; otherwise there is no such task.
    private Task seen(String region, UUID id, String permission, Caller caller) {
        return desk.find(region, id)
                .filter(it -> TaskScope.reaches(caller, permission, it))
                .orElseThrow(Problem.NOT_FOUND::plain);
    }
}
