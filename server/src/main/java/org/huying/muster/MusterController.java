package org.huying.muster;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.calendar.TimeLimit;
import org.huying.muster.MusterViews.MusterLine;
import org.huying.muster.MusterViews.MusterView;
import org.huying.playbook.Playbooks;
import org.huying.problem.FieldError;
import org.huying.problem.Problem;
import org.huying.problem.Seen;
import org.huying.territory.Territory;
import org.huying.territory.TerritoryCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Calling teams out (一键集结), and the musters there have been.
@RestController
@RequestMapping("/api/v1/{region}/musters")
class MusterController {

    static final String REGION = "[0-9]{6}";
    private static final String CODE = "[0-9]{6}|[0-9]{9}|[0-9]{12}|[0-9]{15}|[0-9]{18}";
    private static final String KEY = "[a-z0-9][a-z0-9.@_-]{0,63}";

    /// Round the clock: who is called out answers on holidays too.
    private static final String LIMIT = "[1-9][0-9]{0,2} (min|hours?|days?)";

    private static final TimeLimit USUAL = TimeLimit.parse("30 min");
    static final UUID NEWEST = new UUID(-1, -1);

    /// Calls every team of a kind within an area.
    ///
    /// @param team the key of the teams in the playbook
    /// @param place where to come to
    /// @param task the kind of task that each team is given with it
    /// @param within how long those who are called have to answer; half an hour where it is missing
    record MusterRequest(
            @NotBlank @Pattern(regexp = KEY) String team,
            @NotBlank @Pattern(regexp = CODE) String area,
            @NotBlank @Size(max = 200) String place,
            @NotBlank @Size(max = 500) String words,
            @Nullable @Pattern(regexp = KEY) String task,
            @Nullable @Pattern(regexp = LIMIT) String within) {}

    /// @param next pass it as `before` for the next page; absent on the last
    record MusterPage(List<MusterLine> musters, @Nullable UUID next) {}

    private final Playbooks playbooks;
    private final Territory territory;
    private final Musters musters;
    private final MusterDesk desk;
    private final MusterViews views;

    MusterController(
            Playbooks playbooks,
            Territory territory,
            Musters musters,
            MusterDesk desk,
            MusterViews views) {
        this.playbooks = playbooks;
        this.territory = territory;
        this.musters = musters;
        this.desk = desk;
        this.views = views;
    }

    /// Within the caller's reach, and those to which he was called; newest first.
    @GetMapping
    @Permit(MusterScope.READ)
    MusterPage list(
            @PathVariable @Pattern(regexp = REGION) String region,
            @RequestParam(required = false) @Nullable UUID before,
            @RequestParam(defaultValue = "20") @Min(1) @Max(200) int limit,
            Caller caller) {
        var found =
                musters.list(
                        region,
                        MusterScope.areas(caller, region),
                        caller.account(),
                        before == null ? NEWEST : before,
                        limit + 1);
        boolean more = found.size() > limit;
        var shown = more ? found.subList(0, limit) : found;
        return new MusterPage(
                shown.stream().map(views::line).toList(), more ? shown.getLast().id() : null);
    }

    @PostMapping
    @Permit(MusterScope.CALL)
    ResponseEntity<MusterView> call(
            @PathVariable @Pattern(regexp = REGION) String region,
            @RequestBody @Valid MusterRequest body,
            Caller caller) {
        var area = TerritoryCode.of(body.area());
        if (!body.area().startsWith(region)
                || !MusterScope.reaches(caller, MusterScope.CALL, area)) {
            throw Problem.NOT_FOUND.plain();
        }
        if (territory.node(area, desk.now()).isEmpty()) {
            throw Problem.PLACE_UNKNOWN.plain();
        }
        var playbook = playbooks.current(area, desk.now());
        var kind =
                playbook.teams().stream()
                        .filter(it -> it.key().equals(body.team()))
                        .findFirst()
                        .orElseThrow(MusterController::unknown);
        var cry =
                new MusterDesk.Cry(
                        area,
                        kind,
                        body.place().strip(),
                        body.words().strip(),
                        Optional.ofNullable(body.task()),
                        body.within() == null ? USUAL : TimeLimit.parse(body.within()));
        var muster = desk.call(playbook, cry, caller);
        var at = "/api/v1/" + region + "/musters/" + muster.id();
        return ResponseEntity.created(URI.create(at))
                .header(HttpHeaders.ETAG, Seen.tag(1))
                .body(views.of(muster, Optional.empty(), caller));
    }

    private static RuntimeException unknown() {
        var zh = "没有这种队伍";
        var en = "There is no such kind of team";
        return Problem.INVALID.with(zh, en).and(List.of(new FieldError("team", "unknown", zh, en)));
    }
}
