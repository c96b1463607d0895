package org.huying.playbook.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huying.territory.Level;
import org.huying.territory.TerritoryCode;
import org.jspecify.annotations.Nullable;

/// All registered versions as they stood at one moment, by place and by key. Immutable.
final class Shelf {

    static final String COUNTRY = "00";
    private static final Comparator<Registered> LATEST =
            Comparator.comparing(Registered::effectiveFrom).thenComparingInt(Registered::version);

    private final List<Registered> all;
    private final Map<String, List<Registered>> byKey;
    private final Map<String, Set<String>> keysByPlace;

    Shelf(List<Registered> all) {
        this.all = List.copyOf(all);
        this.byKey = all.stream().collect(Collectors.groupingBy(Registered::key));
        this.keysByPlace =
                all.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Registered::place,
                                        Collectors.mapping(Registered::key, Collectors.toSet())));
    }

    List<Registered> all() {
        return all;
    }

    /// The version in force for a county: its own, else that of its only town with one, else that of the city or
    /// province, else the one for any place.
    Optional<Registered> inForce(String region, Instant at) {
        return latest(region, at)
                .or(() -> onlyTown(region, at))
                .or(() -> TerritoryCode.of(region).parent().flatMap(above -> covering(above, at)))
                .or(() -> latest(COUNTRY, at));
    }

    /// The version in force at a place: the longest code that covers it wins.
    Optional<Registered> inForce(TerritoryCode place, Instant at) {
        return place.level() == Level.COUNTY
                ? inForce(place.value(), at)
                : covering(place, at).or(() -> latest(COUNTRY, at));
    }

    /// The versions by which a county and the places within it work, the county's first.
    List<Registered> within(String region, Instant at) {
        var inside =
                keysByPlace.keySet().stream()
                        .filter(place ->
                                place.length() > region.length() && place.startsWith(region))
                        .sorted()
                        .flatMap(place -> latest(place, at).stream());
        var elsewhere =
                covering(TerritoryCode.of(region), at).or(() -> latest(COUNTRY, at)).stream();
        return Stream.of(inForce(region, at).stream(), inside, elsewhere)
                .flatMap(each -> each)
                .distinct()
                .toList();
    }

    /// Asked for each line of a list: most places on the way up have no playbook, and are passed by one look.
    private Optional<Registered> covering(TerritoryCode place, Instant at) {
        for (var code = Optional.of(place); code.isPresent(); code = code.get().parent()) {
            var found = latest(code.get().value(), at);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Registered> onlyTown(String region, Instant at) {
        var towns =
                keysByPlace.keySet().stream()
                        .filter(place ->
                                place.length() > region.length() && place.startsWith(region))
                        .flatMap(place -> latest(place, at).stream())
                        .toList();
        return towns.size() == 1 ? Optional.of(towns.getFirst()) : Optional.empty();
    }

    /// A playbook serves the place that its version in force is written for, not those of older versions.
    private Optional<Registered> latest(String place, Instant at) {
        Registered latest = null;
        for (var key : keysByPlace.getOrDefault(place, Set.of())) {
            Registered inForce = null;
            for (var version : byKey.getOrDefault(key, List.of())) {
                if (!version.effectiveFrom().isAfter(at) && later(version, inForce)) {
                    inForce = version;
                }
            }
            if (inForce != null && inForce.place().equals(place) && later(inForce, latest)) {
                latest = inForce;
            }
        }
        return Optional.ofNullable(latest);
    }

    private static boolean later(Registered one, @Nullable Registered other) {
        return other == null || LATEST.compare(one, other) > 0;
    }

    Optional<Registered> newest(String key) {
        return byKey.getOrDefault(key, List.of()).stream()
                .max(Comparator.comparingInt(Registered::version));
    }

    boolean holds(String key, int version) {
        return byKey.getOrDefault(key, List.of()).stream()
                .anyMatch(each -> each.version() == version);
    }

    /// Another playbook that already serves this place.
    Optional<String> rival(String key, String place) {
        return keysByPlace.getOrDefault(place, Set.of()).stream()
                .filter(other -> !other.equals(key))
                .filter(other -> newest(other).filter(it -> it.place().equals(place)).isPresent())
                .findFirst();
    }
}
