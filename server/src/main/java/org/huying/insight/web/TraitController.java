package org.huying.insight.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.playbook.Playbooks;
import org.huying.problem.Language;
import org.huying.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Counts by class, item, channel or demand.
@RestController
@RequestMapping("/api/v1/{region}/counters/by")
class TraitController {

    private final TraitCounts counts;
    private final Playbooks playbooks;
    private final Clock clock;

    TraitController(TraitCounts counts, Playbooks playbooks, Clock clock) {
        this.counts = counts;
        this.playbooks = playbooks;
        this.clock = clock;
    }

    /// Which matters; the last thirty days of the whole county if not said. Both days are inclusive.
    record TraitQuery(
            @Nullable @Pattern(regexp = Codes.AREA) String area,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    @GetMapping("/{trait}")
    @Permit(Visible.COUNTERS)
    TraitTable counted(
            @PathVariable @Pattern(regexp = Codes.REGION) String region,
            @PathVariable @Pattern(regexp = Trait.WORDS) String trait,
            @Valid TraitQuery query,
            Caller caller,
            HttpServletRequest request) {
        var days = CounterDays.of(query.from(), query.to(), clock);
        var cuts =
                CounterDays.area(query.area(), region)
                        .and(Visible.cuts(caller, Visible.COUNTERS, region))
                        .stream()
                        .filter(cut -> cut.unit().isEmpty())
                        .toList();
        if (cuts.isEmpty()) {
            throw Problem.NOT_FOUND.plain();
        }
        var asked = Trait.valueOf(trait.toUpperCase(Locale.ROOT));
        return counts.read(
                asked,
                new TraitCounts.Span(region, cuts, days.from(), days.to()),
                asked.words(playbooks.current(region, clock.instant())),
                Language.of(request));
    }
}
