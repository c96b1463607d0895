package org.huying.org.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huying.org.store.CrossSeats;
import org.huying.org.store.CrossSeats.Barred;
import org.huying.org.store.CrossSeats.Seat;
import org.huying.playbook.Playbook;
import org.huying.playbook.Playbooks;
import org.huying.playbook.PostKind;
import org.huying.playbook.TeamKind;
import org.huying.problem.Problem;
import org.huying.territory.TerritoryCode;
import org.springframework.stereotype.Component;

/// What one person may not hold at the same time, as the playbooks of the places say (`not-with`).
@Component
class Conflicts {

    /// Two seats of one person that may not go together.
    record Pair(Seat one, Seat other) {}

    private final CrossSeats seats;
    private final Playbooks playbooks;
    private final Clock clock;

    Conflicts(CrossSeats seats, Playbooks playbooks, Clock clock) {
        this.seats = seats;
        this.playbooks = playbooks;
        this.clock = clock;
    }

    /// Within a deed, after it: refuses it when one of these people now holds what may not go together.
    void none(String region, Collection<UUID> people, LocalDate day) {
        if (people.isEmpty()) {
            return;
        }
        var found = among(seats.heldBy(region, people, day));
        if (!found.isEmpty()) {
            var pair = found.getFirst();
            throw Problem.CONFLICT.with(
                    "%s：“%s”和“%s”不能由同一人同时担任"
                            .formatted(pair.one().holder(), pair.one().name(), pair.other().name()),
                    "%s: '%s' and '%s' may not be held by the same person"
                            .formatted(
                                    pair.one().holder(), pair.one().name(), pair.other().name()));
        }
    }

    /// What may not go together by the playbook of a place.
    List<Barred> barred(TerritoryCode place) {
        return notWith(playbooks.current(place, clock.instant())).entrySet().stream()
                .flatMap(it -> it.getValue().stream().map(other -> new Barred(it.getKey(), other)))
                .toList();
    }

    /// The pairs among these seats, in the order of people, that may not go together.
    List<Pair> among(List<Seat> held) {
        var rules = new HashMap<TerritoryCode, Map<String, Set<String>>>();
        var pairs = new ArrayList<Pair>();
        for (int i = 0; i < held.size(); i++) {
            var one = held.get(i);
            for (int j = i + 1; j < held.size(); j++) {
                var other = held.get(j);
                if (!one.person().equals(other.person())) {
                    break;
                }
                if (forbids(rules, one, other) || forbids(rules, other, one)) {
                    pairs.add(new Pair(one, other));
                }
            }
        }
        return pairs;
    }

    private boolean forbids(
            Map<TerritoryCode, Map<String, Set<String>>> rules, Seat one, Seat other) {
        return rules.computeIfAbsent(
                        one.area(), area -> notWith(playbooks.current(area, clock.instant())))
                .getOrDefault(one.key(), Set.of())
                .contains(other.key());
    }

    private static Map<String, Set<String>> notWith(Playbook playbook) {
        var rules = new HashMap<String, Set<String>>();
        playbook.posts().stream()
                .collect(Collectors.toMap(PostKind::key, it -> it.mandate().notWith()))
                .forEach((key, others) -> add(rules, key, others));
        playbook.teams().stream()
                .collect(Collectors.toMap(TeamKind::key, it -> it.mandate().notWith()))
                .forEach((key, others) -> add(rules, key, others));
        return rules;
    }

    private static void add(Map<String, Set<String>> rules, String key, List<String> others) {
        if (!others.isEmpty()) {
            rules.merge(
                    key,
                    Set.copyOf(others),
                    (a, b) ->
                            Stream.concat(a.stream(), b.stream())
                                    .collect(Collectors.toUnmodifiableSet()));
        }
    }
}
