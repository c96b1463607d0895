package org.huying.org.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.org.Organisations;
import org.huying.org.store.CrossSeats;
import org.huying.org.store.CrossSeats.Seat;
import org.huying.territory.TerritoryCode;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Who serves in more than one body (双向进入、交叉任职), or holds what may not go together.
@RestController
@RequestMapping("/api/v1/{region}/staffing/cross")
class CrossController {
    private static final UUID FIRST = new UUID(0, 0);

    private final CrossSeats seats;
    private final Organisations organisations;
    private final Conflicts conflicts;
    private final Acts acts;

    CrossController(CrossSeats seats, Organisations organisations, Conflicts conflicts, Acts acts) {
        this.seats = seats;
        this.organisations = organisations;
        this.conflicts = conflicts;
        this.acts = acts;
    }

    /// @param next pass it as `after` for the next page; absent on the last
    record CrossView(List<CrossPersonView> people, @Nullable UUID next) {}

    /// @param conflicts seats among them that the playbook says may not go together
    record CrossPersonView(
            UUID person,
            String name,
            List<CrossSeatView> seats,
            List<CrossConflictView> conflicts) {}

    record CrossConflictView(String one, String other) {}

    /// @param what `post` or `team`
    /// @param from since when
    record CrossSeatView(
            String what,
            String name,
            UUID unit,
            String unitName,
            TerritoryCode area,
            LocalDate from) {}

    /// People who hold a post or a seat within an area and serve in more than one body, or hold two that may not go together,
    /// on a day; today where it is missing.
    @Permit(Scope.READ_POSTS)
    @GetMapping
    CrossView cross(
            @PathVariable @Pattern(regexp = "\\d{6}") String region,
            @RequestParam(required = false) @Nullable TerritoryCode area,
            @RequestParam(required = false) @Nullable LocalDate on,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(500) int limit,
            Caller caller) {
        var within = Scope.within(caller, Scope.READ_POSTS, region, area);
        var found =
                seats.within(
                        within,
                        acts.day(on),
                        after == null ? FIRST : after,
                        limit + 1,
                        conflicts.barred(within));
        var byPerson =
                found.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Seat::person, LinkedHashMap::new, Collectors.toList()));
        var names = organisations.names(region, found.stream().map(Seat::organisation).toList());
        var people =
                byPerson.entrySet().stream()
                        .limit(limit)
                        .map(it -> person(it.getKey(), it.getValue(), names))
                        .toList();
        return new CrossView(people, byPerson.size() > limit ? people.getLast().person() : null);
    }

    private CrossPersonView person(UUID person, List<Seat> seats, Map<UUID, String> names) {
        return new CrossPersonView(
                person,
                seats.getFirst().holder(),
                seats.stream()
                        .map(it ->
                                new CrossSeatView(
                                        it.what(),
                                        it.name(),
                                        it.organisation(),
                                        names.getOrDefault(
                                                it.organisation(), it.organisation().toString()),
                                        it.area(),
                                        it.from()))
                        .toList(),
                conflicts.among(seats).stream()
                        .map(it -> new CrossConflictView(it.one().name(), it.other().name()))
                        .toList());
    }
}
