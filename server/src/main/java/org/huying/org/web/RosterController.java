package org.huying.org.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.org.Rosters;
import org.huying.org.edit.RosterEdits;
import org.huying.org.store.Turns;
import org.huying.org.web.TeamRequests.RosterRequest;
import org.huying.org.web.TeamRequests.ShiftRequest;
import org.huying.org.web.TeamViews.OnDutyView;
import org.huying.org.web.TeamViews.RosterView;
import org.huying.org.web.TeamViews.TurnView;
import org.huying.problem.Seen;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Rosters of teams: which member is on duty when (排班).
@RestController
@RequestMapping("/api/v1/{region}/teams/{id}")
class RosterController {
    private static final String COUNTY = "\\d{6}";

    private final Turns turns;
    private final RosterEdits edits;
    private final Rosters rosters;
    private final Reached reached;
    private final Acts acts;
    private final Clock clock;

    RosterController(
            Turns turns,
            RosterEdits edits,
            Rosters rosters,
            Reached reached,
            Acts acts,
            Clock clock) {
        this.turns = turns;
        this.edits = edits;
        this.rosters = rosters;
        this.reached = reached;
        this.acts = acts;
        this.clock = clock;
    }

    /// The roster of `days` days from `from`, today if it is missing.
    @Permit(Scope.READ_TEAMS)
    @GetMapping("/roster")
    RosterView roster(
            @PathVariable @Pattern(regexp = COUNTY) String region,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(defaultValue = "7") @Min(1) @Max(92) int days,
            Caller caller) {
        reached.team(caller, Scope.READ_TEAMS, region, id);
        var day = acts.day(from);
        return new RosterView(
                turns.between(region, id, day, day.plusDays(days)).stream()
                        .map(TurnView::of)
                        .toList());
    }

    /// Who is on duty now or at `at`.
    @Permit(Scope.READ_TEAMS)
    @GetMapping("/on-duty")
    OnDutyView onDuty(
            @PathVariable @Pattern(regexp = COUNTY) String region,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable OffsetDateTime at,
            Caller caller) {
        reached.team(caller, Scope.READ_TEAMS, region, id);
        var instant = at == null ? clock.instant() : at.toInstant();
        return new OnDutyView(rosters.onDuty(region, id, instant));
    }

    /// Puts these shifts in the place of whatever was planned for the day.
    @Permit(Scope.EDIT_ROSTERS)
    @PostMapping("/roster")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void plan(
            @PathVariable @Pattern(regexp = COUNTY) String region,
            @PathVariable UUID id,
            Seen seen,
            @RequestBody @Valid RosterRequest body,
            Caller caller) {
        reached.team(caller, Scope.EDIT_ROSTERS, region, id);
        var shifts = body.shifts().stream().map(ShiftRequest::shift).toList();
        acts.perform(
                caller,
                region,
                "org.roster.plan",
                id + " " + body.day(),
                () -> edits.plan(region, id, seen.version(), body.day(), shifts));
    }
}
