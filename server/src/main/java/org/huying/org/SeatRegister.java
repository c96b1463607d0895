package org.huying.org;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.huying.database.Snapshots;
import org.huying.org.store.Members;
import org.huying.org.store.OrgRevisions;
import org.huying.territory.TerritoryCode;
import org.huying.territory.TerritoryDay;
import org.springframework.stereotype.Component;

/// Answers who can be given a task from the map of the region in memory.
@Component
class SeatRegister implements Seats {
    private static final Comparator<Seat> BY_AREA =
            Comparator.comparing(Seat::area)
                    .thenComparing(Seat::unit)
                    .thenComparing(it -> it.person().or(it::team).map(UUID::toString).orElse(""));

    private final Snapshots<OrgMap> maps;
    private final OrgRevisions revisions;
    private final Members members;

    SeatRegister(Snapshots<OrgMap> maps, OrgRevisions revisions, Members members) {
        this.maps = maps;
        this.revisions = revisions;
        this.members = members;
    }

    @Override
    public List<Seat> ofPost(String region, String post, Instant at) {
        var day = TerritoryDay.of(at);
        return maps.of(region).book().posts().entrySet().stream()
                .filter(it -> it.getKey().key().equals(post))
                .flatMap(it -> it.getValue().stream())
                .filter(it -> it.validity().covers(day))
                .flatMap(it -> held(it, day))
                .sorted(BY_AREA)
                .toList();
    }

    @Override
    public List<Seat> ofTeam(String region, String kind, Instant at) {
        var day = TerritoryDay.of(at);
        return maps.of(region).teams().byPlace().entrySet().stream()
                .filter(it -> it.getKey().key().equals(kind))
                .flatMap(it ->
                        it.getValue().stream()
                                .filter(team -> team.validity().covers(day))
                                .map(team ->
                                        new Seat(
                                                team.unit(),
                                                it.getKey().area(),
                                                Optional.empty(),
                                                Optional.of(team.id()))))
                .sorted(BY_AREA)
                .toList();
    }

    @Override
    public List<Member> members(String region, Collection<UUID> teams, Instant at) {
        var wanted = Set.copyOf(teams);
        var known = new HashMap<UUID, Member>();
        maps.of(region)
                .teams()
                .byPlace()
                .forEach((place, there) ->
                        there.stream()
                                .filter(it -> wanted.contains(it.id()))
                                .forEach(it -> known.put(it.id(), nobody(it, place.area()))));
        return members.of(region, teams, TerritoryDay.of(at)).stream()
                .flatMap(it ->
                        Optional.ofNullable(known.get(it.team()))
                                .map(team ->
                                        new Member(
                                                it.team(),
                                                team.teamName(),
                                                team.area(),
                                                it.person(),
                                                it.name(),
                                                it.lead()))
                                .stream())
                .toList();
    }

    private static Member nobody(TeamBook.Team team, TerritoryCode area) {
        return new Member(team.id(), team.name(), area, new UUID(0, 0), "", false);
    }

    @Override
    public List<Seat> ofUnit(String region, String key) {
        var founded = Pattern.compile(Pattern.quote(key) + "(-\\d+)*");
        var county = TerritoryCode.of(region);
        return maps.of(region).byId().values().stream()
                .filter(it -> founded.matcher(it.key()).matches())
                .map(it ->
                        new Seat(
                                it.id(),
                                it.anchor().orElse(county),
                                Optional.empty(),
                                Optional.empty()))
                .sorted(BY_AREA)
                .toList();
    }

    @Override
    public List<String> regions() {
        return revisions.regions();
    }

    private static Stream<Seat> held(DutyBook.Post post, LocalDate day) {
        var holders =
                post.tenures().stream()
                        .filter(it -> it.validity().covers(day))
                        .map(it -> Optional.of(it.person()))
                        .distinct()
                        .toList();
        return (holders.isEmpty() ? List.of(Optional.<UUID>empty()) : holders)
                .stream()
                        .map(person ->
                                new Seat(
                                        post.unit(),
                                        post.place().area(),
                                        person,
                                        Optional.empty()));
    }
}
