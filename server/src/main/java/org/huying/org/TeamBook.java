package org.huying.org;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huying.org.DutyBook.PostPlace;
import org.huying.org.DutyBook.Validity;
import org.huying.org.store.Rows;
import org.huying.territory.Level;
import org.huying.territory.TerritoryCode;

/// The teams of one region by kind and area, each with its lead, as they stand in memory. Immutable.
record TeamBook(Map<PostPlace, List<Team>> byPlace) {

    record Lead(UUID person, Validity validity) {}

    record Team(UUID id, String name, UUID unit, Validity validity, List<Lead> leads) {

        Optional<UUID> lead(LocalDate day) {
            return leads.stream()
                    .filter(one -> one.validity().covers(day))
                    .map(Lead::person)
                    .findFirst();
        }
    }

    static TeamBook of(List<Rows.Team> teams, List<Rows.Member> leads) {
        var byTeam = leads.stream().collect(Collectors.groupingBy(Rows.Member::team));
        Function<Rows.Team, Team> team =
                row ->
                        new Team(
                                row.id(),
                                row.name(),
                                row.organisation(),
                                validity(row.span()),
                                byTeam.getOrDefault(row.id(), List.of()).stream()
                                        .map(one -> new Lead(one.person(), validity(one.span())))
                                        .toList());
        return new TeamBook(
                teams.stream()
                        .collect(
                                Collectors.groupingBy(
                                        row -> new PostPlace(row.key(), row.area()),
                                        Collectors.mapping(team, Collectors.toList()))));
    }

    /// The teams of this kind from the place upwards to the county, the nearest first.
    List<Team> nearest(String key, TerritoryCode place, LocalDate day) {
        return Stream.iterate(
                        Optional.of(place),
                        it ->
                                it.filter(code -> code.level().compareTo(Level.COUNTY) >= 0)
                                        .isPresent(),
                        it -> it.flatMap(TerritoryCode::parent))
                .flatMap(Optional::stream)
                .flatMap(area -> byPlace.getOrDefault(new PostPlace(key, area), List.of()).stream())
                .filter(team -> team.validity().covers(day))
                .toList();
    }

    private static Validity validity(Rows.Span span) {
        return new Validity(span.from(), span.to());
    }
}
