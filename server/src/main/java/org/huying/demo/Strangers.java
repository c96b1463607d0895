package org.huying.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.huying.territory.TerritoryCode;

/// Finds what others than the simulation sent, and what was left over from another day.
record Strangers(Cast cast, People people, Visitors visitors) {

    /// What waits and nobody of the simulation has in hand, visitors first and a little of each at a time, any of them,
    /// so that one with which nobody can go on holds up no other. What lies where a visitor sits is left to him.
    List<UUID> waiting(Set<UUID> inHand) {
        var attended = visitors.attended();
        var ids = new ArrayList<UUID>();
        for (var state : List.of("REPORTED", "REWORK", "RATED")) {
            ids.addAll(listed("lists/matters?limit=100&state=" + state, 5, attended, inHand));
        }
        for (var state : List.of("ACCEPTED", "RETURNED", "DISPATCHED", "IN_PROGRESS", "HANDLED")) {
            ids.addAll(listed("lists/matters?limit=100&state=" + state, 1, attended, inHand));
        }
        ids.addAll(listed("lists/overdue?limit=5", 1, attended, inHand));
        return ids;
    }

    private List<UUID> listed(
            String path, int most, List<TerritoryCode> attended, Set<UUID> inHand) {
        var answer =
                cast.as(
                        people.county(),
                        loop -> loop.api().get("/api/v1/" + loop.region() + "/" + path));
        var waiting =
                answer.body().path("lines").values().stream()
                        .filter(it ->
                                !Visitors.concerns(
                                        attended, TerritoryCode.of(it.path("area").asString())))
                        .map(it -> UUID.fromString(it.path("id").asString()))
                        .filter(it -> !inHand.contains(it))
                        .collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(waiting, ThreadLocalRandom.current());
        return waiting.subList(0, Math.min(most, waiting.size()));
    }
}
