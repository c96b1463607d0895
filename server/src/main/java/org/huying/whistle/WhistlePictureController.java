package org.huying.whistle;

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

/// The pictures with which units reported in.
@RestController
@RequestMapping("/api/v1/{region}/whistles/{id}/attachments/{attachment}")
class WhistlePictureController {

    private static final String LOOK = "photo";

    private final WhistleDesk desk;
    private final WhistleMoves moves;
    private final Audit audit;

    WhistlePictureController(WhistleDesk desk, WhistleMoves moves, Audit audit) {
        this.desk = desk;
        this.moves = moves;
        this.audit = audit;
    }

    /// A picture may show people and where they live: who opens one at full size is recorded. Thumbnails are not.
    @GetMapping
    @Permit(Sight.READ)
    ResponseEntity<byte[]> bytes(
            @PathVariable @Pattern(regexp = WhistleRequests.REGION) String region,
            @PathVariable UUID id,
            @PathVariable UUID attachment,
            @RequestParam(defaultValue = "false") boolean thumbnail,
            Caller caller) {
        var whistle = moves.seen(new WhistleId(region, id), caller);
        var bytes =
                desk.picture(whistle, attachment, thumbnail).orElseThrow(Problem.NOT_FOUND::plain);
        if (!thumbnail) {
            audit.looked(caller, region, whistle.call().number(), LOOK);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(bytes);
    }
}
