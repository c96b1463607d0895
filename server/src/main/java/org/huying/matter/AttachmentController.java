package org.huying.matter;

import jakarta.validation.constraints.Pattern;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.huying.access.Audit;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.problem.Problem;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// Pictures: sent first, used by a report or a step afterwards. At most 10 MB each, JPEG or PNG by their content.
@RestController
@RequestMapping("/api/v1/{region}")
class AttachmentController {

    /// What a look at a picture is recorded as being for.
    static final String LOOK = "photo";

    record Uploaded(UUID id, int width, int height) {}

    record Shown(UUID id, String kind, int step, int width, int height) {}

    private final Decoding decoding;
    private final Attachments attachments;
    private final ToldPictures told;
    private final MatterMoves moves;
    private final Audit audit;

    AttachmentController(
            Decoding decoding,
            Attachments attachments,
            ToldPictures told,
            MatterMoves moves,
            Audit audit) {
        this.decoding = decoding;
        this.told = told;
        this.attachments = attachments;
        this.moves = moves;
        this.audit = audit;
    }

    @PostMapping(path = "/attachments", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Permit(Permit.OPEN)
    @ResponseStatus(HttpStatus.CREATED)
    Uploaded add(
            @PathVariable @Pattern(regexp = "\\d{6}") String region,
            @RequestParam("file") MultipartFile file,
            Caller caller)
            throws IOException {
        if (file.getSize() > Decoding.LARGEST) {
            throw Problem.TOO_LARGE.with("照片最大 10 MB", "A picture has at most 10 MB");
        }
        var kept = decoding.keep(region, caller, file.getBytes());
        return new Uploaded(kept.id(), kept.width(), kept.height());
    }

    @GetMapping("/matters/{id}/attachments")
    @Permit(Permit.SIGNED_IN)
    List<Shown> list(
            @PathVariable @Pattern(regexp = "\\d{6}") String region,
            @PathVariable UUID id,
            Caller caller) {
        var matter = moves.seen(new MatterId(region, id), caller);
        var shown = Sight.inside(caller, matter) ? attachments.of(matter.id()) : told.of(matter);
        return shown.stream()
                .map(it -> new Shown(it.id(), it.kind(), it.step(), it.width(), it.height()))
                .toList();
    }

    /// A picture may show who asked and where they live: staff who open one at full size are recorded, as with a look at
    /// a name or a phone. Thumbnails are not.
    @GetMapping("/matters/{id}/attachments/{attachment}")
    @Permit(Permit.SIGNED_IN)
    ResponseEntity<byte[]> bytes(
            @PathVariable @Pattern(regexp = "\\d{6}") String region,
            @PathVariable UUID id,
            @PathVariable UUID attachment,
            @RequestParam(defaultValue = "false") boolean thumbnail,
            Caller caller) {
        var matter = moves.seen(new MatterId(region, id), caller);
        boolean inside = Sight.inside(caller, matter);
        var bytes =
                (inside
                                ? attachments.bytes(matter.id(), attachment, thumbnail)
                                : told.bytes(matter, attachment, thumbnail))
                        .orElseThrow(Problem.NOT_FOUND::plain);
        if (inside && !thumbnail) {
            audit.looked(caller, region, matter.report().number(), LOOK);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(bytes);
    }
}
