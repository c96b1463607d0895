package org.huying.access;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.territory.TerritoryCode;

/// How far a caller sees with one permission. Every query of scoped data takes one, so it cannot be forgotten.
public sealed interface Reach {

    /// No limit.
    record Everywhere() implements Reach {}

    /// The union of its parts; never empty.
    record Within(List<Part> parts) implements Reach {
        public Within {
            parts = List.copyOf(parts);
            if (parts.isEmpty()) {
                throw new IllegalArgumentException("Reach.Nowhere says nothing better");
            }
        }
    }

    /// Sees nothing.
    record Nowhere() implements Reach {}

    /// A territory (all when empty) and within it perhaps only what one organisation has in hand.
    record Part(Optional<TerritoryCode> area, Optional<UUID> unit) {

        boolean covers(TerritoryCode place, Collection<UUID> units) {
            return area.map(place::within).orElse(true) && unit.map(units::contains).orElse(true);
        }
    }

    /// Whether any of this reach lies in, or around, `place`: the question to ask before looking anything up there.
    default boolean touches(TerritoryCode place) {
        return switch (this) {
            case Everywhere _ -> true;
            case Nowhere _ -> false;
            case Within(var parts) ->
                    parts.stream()
                            .map(Part::area)
                            .anyMatch(area ->
                                    area.map(own -> own.within(place) || place.within(own))
                                            .orElse(true));
        };
    }

    /// Whether something at `place` that `units` have in hand lies within this reach.
    default boolean covers(TerritoryCode place, Collection<UUID> units) {
        return switch (this) {
            case Everywhere _ -> true;
            case Nowhere _ -> false;
            case Within(var parts) -> parts.stream().anyMatch(part -> part.covers(place, units));
        };
    }

    /// The codes in a county under which everything is seen, whoever has it in hand: the county's own where the reach goes
    /// around it.
    default List<String> areas(String region) {
        return switch (this) {
            case Everywhere _ -> List.of(region);
            case Nowhere _ -> List.of();
            case Within(var parts) ->
                    parts.stream()
                            .filter(it -> it.unit().isEmpty())
                            .map(it -> it.area().map(TerritoryCode::value).orElse(region))
                            .filter(it -> region.startsWith(it) || it.startsWith(region))
                            .map(it -> region.startsWith(it) ? region : it)
                            .toList();
        };
    }

    /// The organisations of which only what they have in hand is seen.
    default List<UUID> units() {
        return this instanceof Within(var parts)
                ? parts.stream().flatMap(it -> it.unit().stream()).toList()
                : List.of();
    }
}
