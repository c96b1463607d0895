package org.huying.org.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.access.Unversioned;
import org.huying.org.edit.TeamEdits;
import org.huying.org.store.Members;
import org.huying.org.store.Rows;
import org.huying.org.store.Teams;
import org.huying.org.web.Requests.EndRequest;
import org.huying.org.web.TeamRequests.JoinRequest;
import org.huying.org.web.TeamRequests.TeamRequest;
import org.huying.org.web.TeamRequests.TeamsRequest;
import org.huying.org.web.TeamViews.TeamView;
import org.huying.org.web.TeamViews.TeamsSavedView;
import org.huying.org.web.TeamViews.TeamsView;
import org.huying.problem.Seen;
import org.huying.territory.TerritoryCode;
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

/// Teams on the territory and who belongs to them.
@RestController
@RequestMapping("/api/v1/{region}/teams")
class TeamController {
    private static final String COUNTY = "\\d{6}";

    private final Teams teams;
    private final Members members;
    private final TeamEdits edits;
    private final Reached reached;
    private final Conflicts conflicts;
    private final TeamKinds kinds;
    private final Acts acts;

    TeamController(
            Teams teams,
            Members members,
            TeamEdits edits,
            Reached reached,
            Conflicts conflicts,
            TeamKinds kinds,
            Acts acts) {
        this.teams = teams;
        this.members = members;
        this.edits = edits;
        this.reached = reached;
        this.conflicts = conflicts;
        this.kinds = kinds;
        this.acts = acts;
    }

    /// The teams within `area`, the county if it is missing, with their present members.
    @Permit(Scope.READ_TEAMS)
    @GetMapping
    TeamsView list(
            @PathVariable @Pattern(regexp = COUNTY) String region,
            @RequestParam(required = false) @Nullable TerritoryCode area,
            @RequestParam(required = false) @Nullable @Size(max = 50) String key,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(500) int limit,
            Caller caller) {
        var within = Scope.within(caller, Scope.READ_TEAMS, region, area);
        var page =
                teams.page(within, Optional.ofNullable(key), Optional.ofNullable(after), limit + 1);
        boolean more = page.size() > limit;
        var shown = more ? page.subList(0, limit) : page;
        var ids = shown.stream().map(Rows.Team::id).toList();
        var byTeam =
                members.of(region, ids, acts.day(null)).stream()
                        .collect(Collectors.groupingBy(Rows.Member::team));
        return new TeamsView(
                shown.stream()
                        .map(team ->
                                TeamView.of(
                                        team,
                                        byTeam.getOrDefault(team.id(), List.of()),
                                        kinds.of(team)))
                        .toList(),
                more ? shown.getLast().id() : null);
    }

    @Permit(Scope.READ_TEAMS)
    @GetMapping("/{id}")
    TeamView one(
            @PathVariable @Pattern(regexp = COUNTY) String region,
            @PathVariable UUID id,
            Caller caller) {
        var team = reached.team(caller, Scope.READ_TEAMS, region, id);
        return TeamView.of(team, members.of(region, List.of(id), acts.day(null)), kinds.of(team));
    }

    /// Adds teams and members that are not there yet, and changes members whose roles or home differ.
    @Permit(Scope.EDIT_TEAMS)
    @PostMapping("/import")
    @Unversioned(Unversioned.STANDS)
    TeamsSavedView save(
            @PathVariable @Pattern(regexp = COUNTY) String region,
            @RequestBody @Valid TeamsRequest body,
            Caller caller) {
        var entries = body.items().stream().map(TeamRequest::entry).toList();
        entries.forEach(entry ->
                Scope.require(caller, Scope.EDIT_TEAMS, region, Optional.of(entry.area())));
        var people =
                entries.stream()
                        .flatMap(entry -> entry.members().stream())
                        .map(TeamEdits.Person::person)
                        .toList();
        var outcome =
                acts.perform(
                        caller,
                        region,
                        "org.teams.save",
                        entries.size() + " × " + entries.getFirst().key(),
                        () -> {
                            var day = acts.day(body.from());
                            var saved = edits.save(region, entries, day);
                            conflicts.none(region, people, day);
                            return saved;
                        });
        return new TeamsSavedView(outcome.added(), outcome.members(), outcome.ids());
    }

    /// Takes a person in, or changes what a member does.
    @Permit(Scope.EDIT_TEAMS)
    @PostMapping("/{id}/members")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void join(
            @PathVariable @Pattern(regexp = COUNTY) String region,
            @PathVariable UUID id,
            Seen seen,
            @RequestBody @Valid JoinRequest body,
            Caller caller) {
        reached.team(caller, Scope.EDIT_TEAMS, region, id);
        var person = body.member().wanted();
        acts.perform(
                caller,
                region,
                "org.team.join",
                id.toString(),
                () -> {
                    var day = acts.day(body.from());
                    edits.join(region, id, seen.version(), person, day);
                    conflicts.none(region, List.of(person.person()), day);
                });
    }

    @Permit(Scope.EDIT_TEAMS)
    @PostMapping("/{id}/members/{person}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(
            @PathVariable @Pattern(regexp = COUNTY) String region,
            @PathVariable UUID id,
            @PathVariable UUID person,
            Seen seen,
            @RequestBody @Valid EndRequest body,
            Caller caller) {
        reached.team(caller, Scope.EDIT_TEAMS, region, id);
        acts.perform(
                caller,
                region,
                "org.team.leave",
                id.toString(),
                () -> edits.leave(region, id, seen.version(), person, acts.day(body.to())));
    }

    /// Ends a team and the memberships in it.
    @Permit(Scope.EDIT_TEAMS)
    @PostMapping("/{id}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(
            @PathVariable @Pattern(regexp = COUNTY) String region,
            @PathVariable UUID id,
            Seen seen,
            @RequestBody @Valid EndRequest body,
            Caller caller) {
        reached.team(caller, Scope.EDIT_TEAMS, region, id);
        acts.perform(
                caller,
                region,
                "org.team.end",
                id.toString(),
                () -> edits.end(region, id, seen.version(), acts.day(body.to())));
    }
}
