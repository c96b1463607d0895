package org.huying.insight.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Reach;
import org.huying.territory.TerritoryCode;

/// One part of what a caller reaches inside one region: a place below the county (all of it when empty) and within it
/// perhaps only what one organisation has in hand. A list is the union of its cuts; no cuts, nothing to see.
public record Cut(Optional<TerritoryCode> area, Optional<UUID> unit) {

    public static final Cut WHOLE = new Cut(Optional.empty(), Optional.empty());

    /// The cuts of a reach in a region, none within another.
    public static List<Cut> of(Reach reach, String region) {
        return switch (reach) {
            case Reach.Everywhere _ -> List.of(WHOLE);
            case Reach.Nowhere _ -> List.of();
            case Reach.Within(var parts) ->
                    largest(parts.stream().flatMap(part -> inside(part, region).stream()).toList());
        };
    }

    /// What both reach; empty when they have nothing in common.
    public Optional<Cut> and(Cut other) {
        if (unit.isPresent() && other.unit.isPresent() && !unit.equals(other.unit)) {
            return Optional.empty();
        }
        var units = unit.or(() -> other.unit);
        if (area.isEmpty() || other.area.isEmpty()) {
            return Optional.of(new Cut(area.or(() -> other.area), units));
        }
        var mine = area.get();
        var theirs = other.area.get();
        if (mine.within(theirs)) {
            return Optional.of(new Cut(area, units));
        }
        return theirs.within(mine) ? Optional.of(new Cut(other.area, units)) : Optional.empty();
    }

    /// The parts of `cuts` that lie within this one.
    public List<Cut> and(List<Cut> cuts) {
        return largest(cuts.stream().flatMap(cut -> and(cut).stream()).toList());
    }

    private boolean within(Cut other) {
        boolean inArea =
                other.area
                        .map(theirs -> area.filter(a -> a.within(theirs)).isPresent())
                        .orElse(true);
        return inArea && (other.unit.isEmpty() || other.unit.equals(unit));
    }

    private static Optional<Cut> inside(Reach.Part part, String region) {
        var county = TerritoryCode.of(region);
        if (part.area().map(county::within).orElse(true)) {
            return Optional.of(new Cut(Optional.empty(), part.unit()));
        }
        return part.area()
                .filter(area -> area.within(county))
                .map(area -> new Cut(Optional.of(area), part.unit()));
    }

    private static List<Cut> largest(List<Cut> cuts) {
        var kept = new ArrayList<Cut>();
        for (var cut : cuts) {
            if (kept.stream().noneMatch(cut::within)) {
                kept.removeIf(other -> other.within(cut));
                kept.add(cut);
            }
        }
        return List.copyOf(kept);
    }
}
