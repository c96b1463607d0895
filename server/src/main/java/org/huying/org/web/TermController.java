package org.huying.org.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.org.store.Terms;
import org.huying.org.store.Terms.Ending;
import org.huying.playbook.Playbooks;
import org.huying.territory.Node;
import org.huying.territory.Territory;
import org.huying.territory.TerritoryCode;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Whose term comes to its end (届满): posts and seats for which the playbook says how long they are held.
@RestController
@RequestMapping("/api/v1/{region}/staffing/terms")
class TermController {
    private static final UUID FIRST = new UUID(0, 0);
    private static final int MONTHS_AHEAD = 3;

    private final Terms terms;
    private final Playbooks playbooks;
    private final Territory territory;
    private final Clock clock;
    private final Acts acts;

    TermController(Terms terms, Playbooks playbooks, Territory territory, Clock clock, Acts acts) {
        this.terms = terms;
        this.playbooks = playbooks;
        this.territory = territory;
        this.clock = clock;
        this.acts = acts;
    }

    /// @param until the last day that is looked at
    /// @param next pass it as `after` for the next page; absent on the last
    record TermsView(LocalDate until, List<TermView> terms, @Nullable UUID next) {}

    /// @param what `post` or `team`
    /// @param ends the day on which the term is over; it may have passed
    record TermView(
            String what,
            String key,
            String name,
            TerritoryCode area,
            String areaName,
            UUID person,
            String holder,
            LocalDate from,
            LocalDate ends) {

        static TermView of(Ending it, String areaName) {
            return new TermView(
                    it.what(),
                    it.key(),
                    it.name(),
                    it.area(),
                    areaName,
                    it.person(),
                    it.holder(),
                    it.from(),
                    it.ends());
        }
    }

    /// Terms within an area that are over, or end until a day; within three months where it is missing.
    @Permit(Scope.READ_POSTS)
    @GetMapping
    TermsView terms(
            @PathVariable @Pattern(regexp = "\\d{6}") String region,
            @RequestParam(required = false) @Nullable TerritoryCode area,
            @RequestParam(required = false) @Nullable LocalDate until,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(500) int limit,
            Caller caller) {
        var within = Scope.within(caller, Scope.READ_POSTS, region, area);
        var today = acts.day(null);
        var last = until == null ? today.plusMonths(MONTHS_AHEAD) : until;
        var found =
                terms.until(
                        within,
                        years(within),
                        new Terms.Span(today, last),
                        after == null ? FIRST : after,
                        limit + 1);
        boolean more = found.size() > limit;
        var shown = more ? found.subList(0, limit) : found;
        return new TermsView(
                last,
                shown.stream().map(it -> TermView.of(it, name(it.area()))).toList(),
                more ? shown.getLast().id() : null);
    }

    private String name(TerritoryCode area) {
        return territory.node(area, clock.instant()).map(Node::name).orElse(area.value());
    }

    /// As the playbook of the area says.
    private Map<String, Integer> years(TerritoryCode within) {
        var playbook = playbooks.current(within, clock.instant());
        var years = new HashMap<String, Integer>();
        playbook.posts().forEach(it -> it.mandate().years().ifPresent(y -> years.put(it.key(), y)));
        playbook.teams().forEach(it -> it.mandate().years().ifPresent(y -> years.put(it.key(), y)));
        return years;
    }
}
