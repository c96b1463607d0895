package org.huying.task;

import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import org.huying.access.Audit;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.problem.Problem;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The pictures that were handed in with a task.
@RestController
@RequestMapping("/api/v1/{region}/tasks/{id}/attachments/{attachment}")
class TaskPictureController {

    private static final String LOOK = "photo";

    private final TaskDesk desk;
    private final Audit audit;

    TaskPictureController(TaskDesk desk, Audit audit) {
        this.desk = desk;
        this.audit = audit;
    }

    /// A picture may show people and where they live: who opens one at full size is recorded. Thumbnails are not.
    @GetMapping
    @Permit(TaskScope.READ)
    ResponseEntity<byte[]> bytes(
            @PathVariable @Pattern(regexp = TaskRequests.REGION) String region,
            @PathVariable UUID id,
            @PathVariable UUID attachment,
            @RequestParam(defaultValue = "false") boolean thumbnail,
            Caller caller) {
        var task =
                desk.find(region, id)
                        .filter(it -> TaskScope.reaches(caller, TaskScope.READ, it))
                        .orElseThrow(Problem.NOT_FOUND::plain);
        var bytes = desk.picture(task, attachment, thumbnail).orElseThrow(Problem.NOT_FOUND::plain);
        if (!thumbnail) {
            audit.looked(caller, region, task.id().toString(), LOOK);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(bytes);
    }
}
