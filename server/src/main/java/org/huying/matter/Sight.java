package org.huying.matter;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.matter.loop.Matter;
import org.huying.matter.loop.Offers;
import org.huying.matter.loop.Transitions;
import org.huying.matter.loop.Transitions.Who;
import org.huying.playbook.LoopRules;
import org.huying.territory.Level;

/// What one caller may see of a matter and do to it now. Staff by permission within reach; residents their own.
final class Sight {

    static final String READ = "matter:matter:read";

    private Sight() {}

    static boolean sees(Caller caller, Matter matter) {
        return owns(caller, matter) || reaches(caller, READ, matter, matter.involved());
    }

    static boolean owns(Caller caller, Matter matter) {
        return caller.kind() == Caller.Kind.RESIDENT
                && matter.report().requester().filter(caller.account()::equals).isPresent();
    }

    static boolean may(Caller caller, Act act, Matter matter) {
        var who = act == Act.REPORT ? Who.STAFF : Transitions.of(act).who();
        return switch (who) {
            case STAFF -> reaches(caller, act.permission(), matter, matter.lead());
            case REQUESTER ->
                    reaches(caller, act.permission(), matter, matter.lead())
                            || owns(caller, matter);
            case HELPER -> reaches(caller, act.permission(), matter, matter.involved());
            case SYSTEM -> caller.kind() == Caller.Kind.SYSTEM;
        };
    }

    /// Whether the caller has the whole of the place around the matter at that level: who decides what a street decides
    /// must have the street.
    static boolean has(Caller caller, Act act, Matter matter, String level) {
        var area = matter.subject().area();
        var around =
                Rungs.level(level)
                        .filter(it -> it.digits() <= area.value().length())
                        .map(area::at)
                        .orElseGet(() -> area.at(Level.COUNTY));
        return caller.reach(act.permission()).covers(around, List.of());
    }

    /// The steps to offer: what the machine allows and the caller may do.
    static Set<Act> steps(Caller caller, Matter matter, LoopRules rules) {
        var steps = EnumSet.noneOf(Act.class);
        for (var act : Offers.of(matter.standing(), rules)) {
            if (may(caller, act, matter)) {
                steps.add(act);
            }
        }
        return steps;
    }

    private static boolean reaches(
            Caller caller, String permission, Matter matter, List<UUID> units) {
        return caller.reach(permission).covers(matter.subject().area(), units);
    }
}
