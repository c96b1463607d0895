package org.huying.demo;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.huying.access.Accounts;
import org.huying.territory.TerritoryCode;

/// Which of the guests' places somebody sits at now. What is said there by others than the simulation is left to him:
/// whoever signs in as the street's desk finds his work undone.
final class Visitors {

    /// After so long without a call he is thought to have left.
    private static final Duration GONE = Duration.ofMinutes(5);

    private final Accounts accounts;
    private final String region;
    private final Map<String, TerritoryCode> places;
    private final InstantSource clock;

    /// @param places by the login of the guest
    /// @param clock the one that sessions go by
    Visitors(
            Accounts accounts,
            String region,
            Map<String, TerritoryCode> places,
            InstantSource clock) {
        this.accounts = accounts;
        this.region = region;
        this.places = places;
        this.clock = clock;
    }

    /// The places that are looked after now.
    List<TerritoryCode> attended() {
        var since = clock.instant().minus(GONE);
        return places.entrySet().stream()
                .filter(it ->
                        accounts.byLogin(region, it.getKey())
                                .flatMap(id -> accounts.lastSeen(region, id))
                                .filter(since::isBefore)
                                .isPresent())
                .map(Map.Entry::getValue)
                .toList();
    }

    /// Whether what happens in `area` concerns one of the places.
    static boolean concerns(List<TerritoryCode> attended, TerritoryCode area) {
        return attended.stream().anyMatch(it -> area.within(it) || it.within(area));
    }
}
