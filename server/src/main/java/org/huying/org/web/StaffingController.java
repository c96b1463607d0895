package org.huying.org.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.org.staffing.Quota;
import org.huying.org.staffing.Seat;
import org.huying.org.staffing.Staffing;
import org.huying.org.store.Posts;
import org.huying.org.store.Teams;
import org.huying.org.web.TeamViews.PersonPostView;
import org.huying.org.web.TeamViews.PersonTeamView;
import org.huying.org.web.TeamViews.PersonView;
import org.huying.org.web.TeamViews.StaffingView;
import org.huying.org.web.TeamViews.VacanciesView;
import org.huying.org.web.TeamViews.VacancyView;
import org.huying.playbook.Playbooks;
import org.huying.territory.Level;
import org.huying.territory.TerritoryCode;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Where staffing is needed: the playbook's quotas against who holds a post.
@RestController
@RequestMapping("/api/v1/{region}/staffing")
class StaffingController {
    private static final String COUNTY = "\\d{6}";
    private static final String MICRO = "micro";

    private final Staffing staffing;
    private final Posts posts;
    private final Teams teams;
    private final Playbooks playbooks;
    private final Clock clock;
    private final Acts acts;

    StaffingController(
            Staffing staffing,
            Posts posts,
            Teams teams,
            Playbooks playbooks,
            Clock clock,
            Acts acts) {
        this.staffing = staffing;
        this.posts = posts;
        this.teams = teams;
        this.playbooks = playbooks;
        this.clock = clock;
        this.acts = acts;
    }

    /// How many of each post and team there are within `area`, and how many are missing.
    @Permit(Scope.READ_POSTS)
    @GetMapping
    StaffingView totals(
            @PathVariable @Pattern(regexp = COUNTY) String region,
            @RequestParam(required = false) @Nullable TerritoryCode area,
            Caller caller) {
        var within = Scope.within(caller, Scope.READ_POSTS, region, area);
        var now = clock.instant();
        return new StaffingView(
                staffing.totals(within, quotas(within), now), staffing.teams(within, now));
    }

    /// The places where a post has fewer holders than its quota, by area and post.
    @Permit(Scope.READ_POSTS)
    @GetMapping("/vacancies")
    VacanciesView vacancies(
            @PathVariable @Pattern(regexp = COUNTY) String region,
            @RequestParam(required = false) @Nullable TerritoryCode area,
            @RequestParam(required = false) @Nullable @Size(max = 50) String post,
            @RequestParam(required = false) @Nullable @Size(max = 80) String after,
            @RequestParam(defaultValue = "200") @Min(1) @Max(1000) int limit,
            Caller caller) {
        var within = Scope.within(caller, Scope.READ_POSTS, region, area);
        var quotas =
                quotas(within).stream()
                        .filter(quota -> post == null || quota.post().equals(post))
                        .toList();
        var vacant =
                staffing.seats(within, quotas, clock.instant()).stream()
                        .filter(seat -> seat.vacant() > 0)
                        .toList();
        var page = Pages.of(vacant, Seat::key, after, limit);
        return new VacanciesView(page.items().stream().map(VacancyView::of).toList(), page.next());
    }

    /// All posts and teams of a person today (一员多岗), of those that the caller reaches.
    @Permit(Scope.READ_POSTS)
    @GetMapping("/persons/{person}")
    PersonView person(
            @PathVariable @Pattern(regexp = COUNTY) String region,
            @PathVariable UUID person,
            Caller caller) {
        var day = acts.day(null);
        return new PersonView(
                posts.of(region, person, day).stream()
                        .filter(post -> Scope.reaches(caller, Scope.READ_POSTS, post.area()))
                        .map(post -> new PersonPostView(post.key(), post.name(), post.area()))
                        .toList(),
                teams.of(region, person, day).stream()
                        .filter(team -> Scope.reaches(caller, Scope.READ_POSTS, team.area()))
                        .map(team ->
                                new PersonTeamView(team.id(), team.key(), team.name(), team.area()))
                        .toList());
    }

    /// As the playbook of that place says; of a whole county, as that of the county.
    private List<Quota> quotas(TerritoryCode within) {
        return playbooks.current(within, clock.instant()).posts().stream()
                .flatMap(post ->
                        post.quota().stream()
                                .map(count ->
                                        new Quota(
                                                post.key(),
                                                level(post.level()),
                                                post.ground(),
                                                count)))
                .toList();
    }

    private static Level level(String word) {
        return word.equals(MICRO) ? Level.MICRO_GRID : Level.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
