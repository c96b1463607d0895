package org.huying.power;

import java.util.List;
import java.util.Optional;
import org.huying.access.Caller;
import org.huying.access.Grant;
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
        var reach = caller.reach(READ);
        return new Exercises.Filter(reach.areas(region), reach.units(), state);
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
