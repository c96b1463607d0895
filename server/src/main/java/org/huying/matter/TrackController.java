package org.huying.matter;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.access.RequestKey;
import org.huying.access.Unversioned;
import org.huying.matter.Requests.RateRequest;
import org.huying.matter.SideRequests.WordsRequest;
import org.huying.matter.loop.Command;
import org.huying.matter.loop.Matter;
import org.huying.problem.Language;
import org.huying.problem.Problem;
import org.huying.problem.ProblemException;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What the requester can do without an account: follow by number and secret, rate, answer what was asked, have it
/// reopened, and take it back.
@RestController
@RequestMapping("/api/v1/{region}/track/{number}")
class TrackController {

    private static final int TRIES = 3;
    static final String SECRET = "X-Tracking-Secret";

    private final Matters matters;
    private final MatterMoves moves;
    private final ProgressViews views;
    private final Tracking tracking;
    private final ToldPictures pictures;

    TrackController(
            Matters matters,
            MatterMoves moves,
            ProgressViews views,
            Tracking tracking,
            ToldPictures pictures) {
        this.pictures = pictures;
        this.matters = matters;
        this.moves = moves;
        this.views = views;
        this.tracking = tracking;
    }

    @GetMapping
    @Permit(Permit.OPEN)
    Progress follow(
            @PathVariable @Pattern(regexp = "\\d{6}") String region,
            @PathVariable @Size(max = 40) String number,
            @RequestHeader(SECRET) @Size(max = 40) String secret,
            HttpServletRequest request) {
        return views.own(matter(region, number, secret), Language.of(request));
    }

    /// One of the photos, as JPEG.
    @GetMapping(path = "/photos/{photo}", produces = MediaType.IMAGE_JPEG_VALUE)
    @Permit(Permit.OPEN)
    ResponseEntity<byte[]> photo(
            @PathVariable @Pattern(regexp = "\\d{6}") String region,
            @PathVariable @Size(max = 40) String number,
            @PathVariable UUID photo,
            @RequestHeader(SECRET) @Size(max = 40) String secret,
            @RequestParam(defaultValue = "false") boolean thumbnail) {
        return pictures.bytes(matter(region, number, secret), photo, thumbnail)
                .map(it ->
                        ResponseEntity.ok()
                                .contentType(MediaType.IMAGE_JPEG)
                                .cacheControl(CacheControl.noCache().cachePrivate())
                                .body(it))
                .orElseThrow(Problem.NOT_FOUND::plain);
    }

    /// Rates the matter when it waits for the resident's word.
    @PostMapping("/rate")
    @Unversioned(Unversioned.WAITS)
    @Permit(Permit.OPEN)
    Progress rate(
            @PathVariable @Pattern(regexp = "\\d{6}") String region,
            @PathVariable @Size(max = 40) String number,
            @RequestHeader(SECRET) @Size(max = 40) String secret,
            @RequestBody @Valid RateRequest body,
            HttpServletRequest request) {
        return take(region, number, secret, body.command(), request);
    }

    /// Answers what the requester was asked; the clock runs again.
    @PostMapping("/answer")
    @Unversioned(Unversioned.WAITS)
    @Permit(Permit.OPEN)
    Progress answer(
            @PathVariable @Pattern(regexp = "\\d{6}") String region,
            @PathVariable @Size(max = 40) String number,
            @RequestHeader(SECRET) @Size(max = 40) String secret,
            @RequestBody @Valid WordsRequest body,
            HttpServletRequest request) {
        var said = new Command.Answer(body.words().strip());
        return take(region, number, secret, said, request);
    }

    @PostMapping("/reopen")
    @Unversioned(Unversioned.WAITS)
    @Permit(Permit.OPEN)
    Progress reopen(
            @PathVariable @Pattern(regexp = "\\d{6}") String region,
            @PathVariable @Size(max = 40) String number,
            @RequestHeader(SECRET) @Size(max = 40) String secret,
            @RequestBody @Valid WordsRequest body,
            HttpServletRequest request) {
        var said = new Command.Reopen(body.words().strip());
        return take(region, number, secret, said, request);
    }

    @PostMapping("/withdraw")
    @Unversioned(Unversioned.WAITS)
    @Permit(Permit.OPEN)
    Progress withdraw(
            @PathVariable @Pattern(regexp = "\\d{6}") String region,
            @PathVariable @Size(max = 40) String number,
            @RequestHeader(SECRET) @Size(max = 40) String secret,
            @RequestBody @Valid WordsRequest body,
            HttpServletRequest request) {
        var said = new Command.Withdraw(body.words().strip());
        return take(region, number, secret, said, request);
    }

    /// On what stands now: whoever is faster only means to look again.
    private Progress take(
            String region,
            String number,
            String secret,
            Command command,
            HttpServletRequest request) {
        for (int i = 1; ; i++) {
            var matter = matter(region, number, secret);
            try {
                var after = moves.take(move(matter, request), command);
                return views.own(after, Language.of(request));
            } catch (ProblemException e) {
                if (e.problem() != Problem.OVERTAKEN || i == TRIES) {
                    throw e;
                }
            }
        }
    }

    /// A step of whoever asked, on what stands now; only ever used for what the requester may do.
    static Move move(Matter matter, HttpServletRequest request) {
        var requester =
                new Caller(
                        matter.report().requester().orElse(Caller.ANONYMOUS.account()),
                        Caller.Kind.SYSTEM,
                        "诉求人",
                        List.of());
        var key = RequestKey.of(requester, request.getHeader(RequestKey.HEADER));
        return new Move(matter.id(), requester, matter.version(), key);
    }

    private Matter matter(String region, String number, String secret) {
        return matters.byNumber(region, number)
                .filter(it -> tracking.matches(it.id(), secret))
                .orElseThrow(Problem.NOT_FOUND::plain);
    }
}
