package org.huying.org;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huying.database.Snapshots;
import org.huying.org.store.Bodies;
import org.huying.org.store.DutyLines;
import org.huying.org.store.OrgRevisions;
import org.huying.org.store.Posts;
import org.huying.territory.TerritoryCode;
import org.springframework.stereotype.Component;

/// Answers who exists and who is responsible from the map of the region in memory.
@Component
class OrgRegister implements Organisations, Duties {
    private final Snapshots<OrgMap> maps;

    OrgRegister(Snapshots<OrgMap> maps) {
        this.maps = maps;
    }

    static Snapshots.Source<OrgMap> source(
            Bodies bodies,
            Posts posts,
            DutyLines duties,
            Function<String, TeamBook> teams,
            OrgRevisions revisions) {
        return new Snapshots.Source<>() {
            @Override
            public Snapshots.Versioned<OrgMap> load(String region) {
                long revision = revisions.of(List.of(region)).getOrDefault(region, 0L);
                return new Snapshots.Versioned<>(
                        revision, OrgMap.of(region, bodies, posts, duties, teams.apply(region)));
            }

            @Override
            public Map<String, Long> revisions(List<String> regions) {
                return revisions.of(regions);
            }
        };
    }

    @Override
    public Optional<Organisation> byId(String region, UUID id) {
        return Optional.ofNullable(maps.of(region).byId().get(id));
    }

    @Override
    public Optional<Organisation> byKey(String region, String key) {
        return Optional.ofNullable(maps.of(region).byKey().get(key));
    }

    @Override
    public List<Organisation> anchored(String region, TerritoryCode place) {
        return maps.of(region).byId().values().stream()
                .filter(it -> it.anchor().filter(place::equals).isPresent())
                .sorted(Comparator.comparing(Organisation::name))
                .toList();
    }

    @Override
    public Set<UUID> servedBy(String region, UUID account, Instant at) {
        return DutyRules.servedBy(account, maps.of(region).book(), at);
    }

    @Override
    public Map<UUID, String> names(String region, Collection<UUID> ids) {
        var known = maps.of(region).byId();
        return ids.stream()
                .distinct()
                .flatMap(id -> Optional.ofNullable(known.get(id)).stream())
                .collect(Collectors.toUnmodifiableMap(Organisation::id, Organisation::name));
    }

    @Override
    public Optional<Responsible> responsible(DutyQuestion question) {
        return DutyRules.responsible(question, maps.of(question.place().region()).book());
    }

    @Override
    public Set<UUID> holders(String post, TerritoryCode place, Instant at) {
        return DutyRules.holders(post, place, maps.of(place.region()).book(), at);
    }
}
