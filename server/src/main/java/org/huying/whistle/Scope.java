package org.huying.whistle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.access.Reach;
import org.huying.org.Organisations;
import org.huying.territory.TerritoryCode;

/// What lists and figures of one region may show a caller: all that happens in his areas, and what his units have to do
/// with. `nodes` are the places whose desk he sits at.
record Scope(List<String> areas, List<UUID> units, List<String> nodes) {

    static Scope of(Caller caller, String region, Organisations organisations) {
        return switch (caller.reach(Sight.READ)) {
            case Reach.Everywhere _ -> new Scope(List.of(region), List.of(), List.of());
            case Reach.Nowhere _ -> new Scope(List.of(), List.of(), List.of());
            case Reach.Within(var parts) -> of(parts, region, organisations);
        };
    }

    private static Scope of(List<Reach.Part> parts, String region, Organisations organisations) {
        var scope = new Scope(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (var part : parts) {
            if (part.unit().isPresent()) {
                scope.units.add(part.unit().get());
            } else {
                part.area().ifPresent(it -> scope.add(it, region, organisations));
            }
        }
        return scope;
    }

    private void add(TerritoryCode area, String region, Organisations organisations) {
        if (TerritoryCode.of(region).within(area)) {
            areas.add(region);
        } else if (area.value().startsWith(region)) {
            areas.add(area.value());
        }
        if (area.value().startsWith(region)) {
            nodes.add(area.value());
            own(area, organisations).ifPresent(units::add);
        }
    }

    private static Optional<UUID> own(TerritoryCode area, Organisations organisations) {
        return Levels.bodyOfPlace(organisations.anchored(area.region(), area)).map(it -> it.id());
    }
}
