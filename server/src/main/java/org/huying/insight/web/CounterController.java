package org.huying.insight.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.huying.access.Audit;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.access.Unkeyed;
import org.huying.insight.ReadModel;
import org.huying.insight.Recount;
import org.huying.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Counters by place, and their recount.
@RestController
@RequestMapping("/api/v1/{region}/counters")
class CounterController {

    private static final String RECOMPUTE = "insight:recompute:run";

    private final CounterQueries queries;
    private final ReadModel model;
    private final Audit audit;
    private final Clock clock;

    CounterController(CounterQueries queries, ReadModel model, Audit audit, Clock clock) {
        this.queries = queries;
        this.model = model;
        this.audit = audit;
        this.clock = clock;
    }

    /// Which counters; the last thirty days of the whole county if not said. Both days are inclusive.
    record CountersQuery(
            @Nullable @Pattern(regexp = "\\d{6}|\\d{9}|\\d{12}") String area,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    @GetMapping
    @Permit(Visible.COUNTERS)
    CounterTable counters(
            @PathVariable @Pattern(regexp = Codes.REGION) String region,
            @Valid CountersQuery query,
            Caller caller) {
        var days = CounterDays.of(query.from(), query.to(), clock);
        var cuts =
                CounterDays.area(query.area(), region)
                        .and(Visible.cuts(caller, Visible.COUNTERS, region))
                        .stream()
                        .filter(CounterQueries::counted)
                        .toList();
        if (cuts.isEmpty()) {
            throw Problem.NOT_FOUND.plain();
        }
        return queries.read(region, cuts, days.from(), days.to());
    }

    /// Counts the whole county anew.
    @PostMapping("/recompute")
    @Permit(value = RECOMPUTE, whole = true)
    @Unkeyed(Unkeyed.HARMLESS)
    Recount recompute(@PathVariable @Pattern(regexp = Codes.REGION) String region, Caller caller) {
        audit.acted(caller, region, "insight.recompute", region, Optional.empty());
        return model.recompute(region);
    }
}
