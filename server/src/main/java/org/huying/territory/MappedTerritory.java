package org.huying.territory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huying.database.Snapshots;
import org.huying.territory.geo.Bounds;
import org.huying.territory.store.Lineage;
import org.huying.territory.store.Nodes;
import org.huying.territory.store.Revisions;
import org.springframework.stereotype.Component;

/// Answers from the maps of the counties in memory. Provinces, cities and counties are one map of their own.
@Component
class MappedTerritory implements Territory, TerritoryShapes {
    private final Snapshots<CountyMap> maps;

    MappedTerritory(Snapshots<CountyMap> maps) {
        this.maps = maps;
    }

    static Snapshots.Source<CountyMap> source(Nodes nodes, Lineage lineage, Revisions revisions) {
        return new Snapshots.Source<>() {
            @Override
            public Snapshots.Versioned<CountyMap> load(String region) {
                long revision = revisions.of(List.of(region)).getOrDefault(region, 0L);
                return new Snapshots.Versioned<>(
                        revision,
                        region.equals(Revisions.UPPER)
                                ? new CountyMap(nodes.upper(), Map.of())
                                : new CountyMap(nodes.ofRegion(region), lineage.heirs(region)));
            }

            @Override
            public Map<String, Long> revisions(List<String> regions) {
                return revisions.of(regions);
            }
        };
    }

    @Override
    public void refresh() {
        maps.refresh();
    }

    @Override
    public Optional<Node> node(TerritoryCode code, Instant at) {
        return map(code).flatMap(map -> map.node(code, day(at)));
    }

    @Override
    public List<Node> path(TerritoryCode code, Instant at) {
        if (code.level().compareTo(Level.COUNTY) < 0) {
            return List.of();
        }
        var day = day(at);
        var upper = maps.of(Revisions.UPPER);
        var region = code.region();
        if (!upper.holds(region)) {
            return List.of();
        }
        var county = maps.of(region);
        var path = new ArrayList<Node>();
        for (var level : EnumSet.range(Level.COUNTY, code.level())) {
            (level == Level.COUNTY ? upper : county).node(code.at(level), day).ifPresent(path::add);
        }
        boolean known = !path.isEmpty() && path.getLast().code().equals(code);
        return known ? List.copyOf(path) : List.of();
    }

    @Override
    public List<Node> children(TerritoryCode code, Instant at) {
        var map =
                code.level().compareTo(Level.COUNTY) < 0
                        ? Optional.of(maps.of(Revisions.UPPER))
                        : county(code.region());
        return map.map(found -> found.children(code, day(at))).orElse(List.of());
    }

    @Override
    public List<Node> within(TerritoryCode code, Instant at) {
        return county(code.region()).map(map -> map.within(code, day(at))).orElse(List.of());
    }

    @Override
    public List<Node> successors(TerritoryCode code, Instant at) {
        return map(code).map(map -> map.successors(code, day(at))).orElse(List.of());
    }

    @Override
    public Optional<Node> locate(String region, GeoPoint point, Instant at) {
        return county(region).flatMap(map -> map.locate(point, day(at)));
    }

    @Override
    public List<Shape> within(String region, Bounds bounds, Instant at, Set<Level> levels) {
        return county(region).map(map -> map.shapes(bounds, day(at), levels)).orElse(List.of());
    }

    @Override
    public long revision(String region) {
        return maps.of(Revisions.UPPER).holds(region) ? maps.revision(region) : 0;
    }

    private Optional<CountyMap> map(TerritoryCode code) {
        return code.level().compareTo(Level.COUNTY) <= 0
                ? Optional.of(maps.of(Revisions.UPPER))
                : county(code.region());
    }

    /// Only counties that exist are loaded, so that nobody fills the memory with made-up codes.
    private Optional<CountyMap> county(String region) {
        return maps.of(Revisions.UPPER).holds(region)
                ? Optional.of(maps.of(region))
                : Optional.empty();
    }

    private static LocalDate day(Instant at) {
        return TerritoryDay.of(at);
    }
}
