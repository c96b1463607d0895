package org.huying.matter;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.access.Unversioned;
import org.huying.calendar.WorkCalendar;
import org.huying.matter.Requests.RateRequest;
import org.huying.matter.loop.Matter;
import org.huying.matter.loop.Transitions;
import org.huying.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Following a matter without an account, by its number and the secret of the receipt.
@RestController
@RequestMapping("/api/v1/{region}/track/{number}")
class TrackController {

    static final String SECRET = "X-Tracking-Secret";

    /// What somebody without an account sees: progress, no names, no notes meant for staff.
    record Progress(
            String number,
            StateName state,
            String title,
            OffsetDateTime reportedAt,
            @Nullable OffsetDateTime due,
            @Nullable String unit,
            @Nullable String outcome,
            boolean mayRate,
            int version,
            List<Move> moves) {

        record Move(OffsetDateTime at, String act, String to) {}
    }

    private final Matters matters;
    private final MatterMoves moves;
    private final MatterViews views;
    private final Tracking tracking;

    TrackController(Matters matters, MatterMoves moves, MatterViews views, Tracking tracking) {
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
            @RequestHeader(SECRET) @Size(max = 40) String secret) {
        return progress(matter(region, number, secret));
    }

    /// Rates the matter when it waits for the resident's word.
    @PostMapping("/rate")
    @Permit(Permit.OPEN)
    @Unversioned("a matter is rated once, when it waits for that")
    Progress rate(
            @PathVariable @Pattern(regexp = "\\d{6}") String region,
            @PathVariable @Size(max = 40) String number,
            @RequestHeader(SECRET) @Size(max = 40) String secret,
            @RequestBody @Valid RateRequest body) {
        var matter = matter(region, number, secret);
        var requester =
                new Caller(
                        matter.report().requester().orElse(Caller.ANONYMOUS.account()),
                        Caller.Kind.SYSTEM,
                        "诉求人",
                        List.of());
        return progress(
                moves.take(
                        new org.huying.matter.Move(
                                matter.id(), requester, matter.version(), Optional.empty()),
                        body.command()));
    }

    private Matter matter(String region, String number, String secret) {
        return matters.byNumber(region, number)
                .filter(it -> tracking.matches(it.id(), secret))
                .orElseThrow(Problem.NOT_FOUND::plain);
    }

    private Progress progress(Matter matter) {
        var view = views.of(matter, Caller.ANONYMOUS);
        return new Progress(
                view.number(),
                view.state(),
                view.title(),
                view.reportedAt(),
                view.clock().due(),
                view.unit() == null ? null : view.unit().name(),
                view.outcome(),
                Transitions.acts(StateName.of(matter.state())).contains(Act.RATE),
                matter.version(),
                matters.steps(matter.id()).stream()
                        .map(it ->
                                new Progress.Move(
                                        it.at().atZone(WorkCalendar.ZONE).toOffsetDateTime(),
                                        it.act(),
                                        it.to()))
                        .toList());
    }
}
