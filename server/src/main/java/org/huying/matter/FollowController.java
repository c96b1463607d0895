package org.huying.matter;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.access.Unversioned;
import org.huying.calendar.WorkCalendar;
import org.huying.matter.loop.Matter;
import org.huying.matter.loop.MatterState.Merged;
import org.huying.org.Organisations;
import org.huying.problem.Language;
import org.huying.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Residents follow what somebody else reported, instead of reporting it again. They see how it goes, and never who
/// asked.
@RestController
@RequestMapping("/api/v1/{region}/follows")
class FollowController {

    private static final String OWN = "matter:own:read";
    private static final UUID LAST = new UUID(-1, -1);

    /// One line of what somebody follows.
    record Line(
            String number,
            String title,
            StateName state,
            String words,
            @Nullable String unit,
            OffsetDateTime reportedAt,
            OffsetDateTime changedAt,
            OffsetDateTime since) {}

    /// `next` begins the next page.
    record Page(List<Line> lines, @Nullable UUID next) {}

    private final Matters matters;
    private final MatterDesk desk;
    private final Rulebook rulebook;
    private final StoredFollowers followers;
    private final ProgressViews views;
    private final Organisations organisations;

    FollowController(
            Matters matters,
            MatterDesk desk,
            Rulebook rulebook,
            StoredFollowers followers,
            ProgressViews views,
            Organisations organisations) {
        this.matters = matters;
        this.desk = desk;
        this.rulebook = rulebook;
        this.followers = followers;
        this.views = views;
        this.organisations = organisations;
    }

    @GetMapping
    @Permit(OWN)
    Page list(
            @PathVariable @Pattern(regexp = "\\d{6}") String region,
            @RequestParam @Nullable UUID after,
            @RequestParam(defaultValue = "20") @Min(1) @Max(StoredFollowers.MOST) int limit,
            Caller caller,
            HttpServletRequest request) {
        var before = after == null ? LAST : after;
        var found = followers.page(region, caller.account(), before, limit + 1);
        var shown = found.size() > limit ? found.subList(0, limit) : found;
        var units = shown.stream().flatMap(it -> it.unit().stream()).distinct().toList();
        var names = organisations.names(region, units);
        var language = Language.of(request);
        return new Page(
                shown.stream()
                        .map(it -> line(it, it.unit().map(names::get).orElse(null), language))
                        .toList(),
                found.size() > limit ? shown.getLast().matter() : null);
    }

    @GetMapping("/{number}")
    @Permit(OWN)
    Progress show(
            @PathVariable @Pattern(regexp = "\\d{6}") String region,
            @PathVariable @Size(max = 40) String number,
            Caller caller,
            HttpServletRequest request) {
        return matters.byNumber(region, number)
                .filter(it -> followers.follows(it.id(), caller.account()))
                .map(it -> views.followed(it, Language.of(request)))
                .orElseThrow(Problem.NOT_FOUND::plain);
    }

    /// What was merged is followed where it is worked.
    @PostMapping("/{number}")
    @Unversioned(Unversioned.ADDS)
    @Permit(OWN)
    Progress follow(
            @PathVariable @Pattern(regexp = "\\d{6}") String region,
            @PathVariable @Size(max = 40) String number,
            Caller caller,
            HttpServletRequest request) {
        var matter =
                matters.byNumber(region, number)
                        .filter(it -> !it.report().hidden())
                        .map(this::worked)
                        .filter(this::offered)
                        .orElseThrow(Problem.NOT_FOUND::plain);
        if (caller.kind() != Caller.Kind.RESIDENT) {
            throw Problem.FORBIDDEN.plain();
        }
        if (Sight.owns(caller, matter)) {
            throw Problem.CONFLICT.with("这是您自己反映的", "You reported it yourself");
        }
        if (!followers.follow(matter.id(), caller.account(), desk.now())) {
            throw Problem.TOO_MANY.with("最多关注 200 件", "One follows at most 200 matters");
        }
        return views.followed(matter, Language.of(request));
    }

    @DeleteMapping("/{number}")
    @Unversioned(Unversioned.ENDS)
    @Permit(OWN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(
            @PathVariable @Pattern(regexp = "\\d{6}") String region,
            @PathVariable @Size(max = 40) String number,
            Caller caller) {
        var left =
                matters.byNumber(region, number)
                        .filter(it -> followers.leave(it.id(), caller.account()));
        if (left.isEmpty()) {
            throw Problem.NOT_FOUND.plain();
        }
    }

    private Matter worked(Matter matter) {
        return matter.state() instanceof Merged(var into, _)
                ? matters.find(new MatterId(matter.id().region(), into)).orElse(matter)
                : matter;
    }

    /// Only what would be offered to somebody who stands there: open, at a point, of an item that several people may
    /// report. Nobody learns of a private matter by trying numbers.
    private boolean offered(Matter matter) {
        return matter.state().open()
                && !matter.report().hidden()
                && matter.subject().point().isPresent()
                && matter.subject()
                        .item()
                        .flatMap(rulebook.playbook(matter)::item)
                        .filter(it -> it.duplicateMetres() > 0)
                        .isPresent();
    }

    private static Line line(
            StoredFollowers.Followed matter, @Nullable String unit, Language language) {
        return new Line(
                matter.number(),
                PlainWords.title(matter.title()),
                matter.state(),
                PlainWords.state(matter.state(), language),
                unit,
                local(matter.reportedAt().toInstant()),
                local(matter.changedAt().toInstant()),
                local(matter.since().toInstant()));
    }

    private static OffsetDateTime local(Instant at) {
        return at.atZone(WorkCalendar.ZONE).toOffsetDateTime();
    }
}
