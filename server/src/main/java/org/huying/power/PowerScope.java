package org.huying.power;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.access.Grant;
import org.huying.access.Reach;
import org.huying.playbook.PowerRules.Power;
import org.huying.territory.Level;
import org.huying.territory.TerritoryCode;

/// Who may use a power, answer for a department, decide, and see.
final class PowerScope {

    static final String READ = "power:power:read";
    static final String USE = "power:power:use";
    static final String ANSWER = "power:power:answer";
    static final String DECIDE = "power:power:decide";

    private PowerScope() {}

    /// The place whose desk the caller sits at and that holds the power over `area`; empty where he sits at none.
    static Optional<TerritoryCode> node(Caller caller, Power power, TerritoryCode area) {
        return level(power.by())
                .filter(level -> level.digits() <= area.value().length())
                .map(area::at)
                .filter(place -> sitsAt(caller, place));
    }

    /// Whether the caller sits at the very desk of a place.
    static boolean sitsAt(Caller caller, TerritoryCode place) {
        return caller.kind() == Caller.Kind.SYSTEM
                || caller.grants().stream()
                        .filter(grant -> grant.permissions().contains(USE))
                        .filter(grant -> grant.unit().isEmpty())
                        .map(Grant::area)
                        .anyMatch(area -> area.filter(place::equals).isPresent());
    }

    static boolean sees(Caller caller, Exercise exercise) {
        return caller.reach(READ).covers(exercise.area(), List.of(exercise.department()));
    }

    /// Whether the caller speaks for the department.
    static boolean answers(Caller caller, Exercise exercise) {
        return caller.may(ANSWER) && caller.units().contains(exercise.department());
    }

    static boolean decides(Caller caller, Exercise exercise) {
        return caller.reach(DECIDE).covers(TerritoryCode.of(exercise.region()), List.of());
    }

    static Exercises.Filter filter(Caller caller, String region, Optional<String> state) {
        return switch (caller.reach(READ)) {
            case Reach.Everywhere _ -> new Exercises.Filter(List.of(region), List.of(), state);
            case Reach.Nowhere _ -> new Exercises.Filter(List.of(), List.of(), state);
            case Reach.Within(var parts) -> within(parts, region, state);
        };
    }

    private static Exercises.Filter within(
            List<Reach.Part> parts, String region, Optional<String> state) {
        var areas = new ArrayList<String>();
        var departments = new ArrayList<UUID>();
        for (var part : parts) {
            var area = part.area().map(TerritoryCode::value).orElse(region);
            if (part.unit().isPresent()) {
                departments.add(part.unit().get());
            } else if (region.startsWith(area)) {
                areas.add(region);
            } else if (area.startsWith(region)) {
                areas.add(area);
            }
        }
        return new Exercises.Filter(areas, departments, state);
    }

    private static Optional<Level> level(String word) {
        return switch (word) {
            case "county" -> Optional.of(Level.COUNTY);
            case "street" -> Optional.of(Level.STREET);
            case "community" -> Optional.of(Level.COMMUNITY);
            case "grid" -> Optional.of(Level.GRID);
            case "micro" -> Optional.of(Level.MICRO_GRID);
            default -> Optional.empty();
        };
    }
}
