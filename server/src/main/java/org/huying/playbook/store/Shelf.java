package org.huying.playbook.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huying.territory.Level;
import org.huying.territory.TerritoryCode;

/// All registered versions as they stood at one moment, by place and by key. Immutable.
final class Shelf {

    static final String COUNTRY = "00";
    private static final Comparator<Registered> LATEST =
            Comparator.comparing(Registered::effectiveFrom).thenComparingInt(Registered::version);

    private final List<Registered> all;
    private final Map<String, List<Registered>> byPlace;

    Shelf(List<Registered> all) {
        this.all = List.copyOf(all);
        this.byPlace = all.stream().collect(Collectors.groupingBy(Registered::place));
    }

    List<Registered> all() {
        return all;
    }

    /// The version in force for a county: its own, else that of its only town with one, else the one for any place.
    Optional<Registered> inForce(String region, Instant at) {
        return latest(region, at).or(() -> onlyTown(region, at)).or(() -> latest(COUNTRY, at));
    }

    /// The version in force at a place: the longest code that covers it wins.
    Optional<Registered> inForce(TerritoryCode place, Instant at) {
        if (place.level() == Level.COUNTY) {
            return inForce(place.value(), at);
        }
        return Stream.iterate(
                        Optional.of(place),
                        Optional::isPresent,
                        code -> code.flatMap(TerritoryCode::parent))
                .flatMap(code -> code.flatMap(each -> latest(each.value(), at)).stream())
                .findFirst()
                .or(() -> latest(COUNTRY, at));
    }

    private Optional<Registered> onlyTown(String region, Instant at) {
        var towns =
                byPlace.keySet().stream()
                        .filter(place ->
                                place.length() > region.length() && place.startsWith(region))
                        .flatMap(place -> latest(place, at).stream())
                        .toList();
        return towns.size() == 1 ? Optional.of(towns.getFirst()) : Optional.empty();
    }

    private Optional<Registered> latest(String place, Instant at) {
        return byPlace.getOrDefault(place, List.of()).stream()
                .filter(version -> !version.effectiveFrom().isAfter(at))
                .max(LATEST);
    }

    Optional<Registered> newest(String key) {
        return all.stream()
                .filter(version -> version.key().equals(key))
                .max(Comparator.comparingInt(Registered::version));
    }

    boolean holds(String key, int version) {
        return all.stream().anyMatch(each -> each.key().equals(key) && each.version() == version);
    }

    /// Another playbook that already serves this place.
    Optional<String> rival(String key, String place) {
        return byPlace.getOrDefault(place, List.of()).stream()
                .map(Registered::key)
                .filter(other -> !other.equals(key))
                .findFirst();
    }
}
