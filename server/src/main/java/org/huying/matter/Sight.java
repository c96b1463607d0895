package org.huying.matter;

import java.util.EnumSet;
import java.util.Set;
import org.huying.access.Caller;

/// What one caller may see of a matter and do to it now. Staff by permission within reach; residents their own.
final class Sight {

    static final String READ = "matter:matter:read";

    private Sight() {}

    static boolean sees(Caller caller, Matter matter) {
        return owns(caller, matter) || reaches(caller, READ, matter);
    }

    static boolean owns(Caller caller, Matter matter) {
        return caller.kind() == Caller.Kind.RESIDENT
                && matter.report().requester().filter(caller.account()::equals).isPresent();
    }

    static boolean may(Caller caller, Act act, Matter matter) {
        return reaches(caller, act.permission(), matter)
                || (act == Act.RATE && owns(caller, matter));
    }

    /// The steps to offer: what the machine allows and the caller may do.
    static Set<Act> steps(Caller caller, Matter matter) {
        var steps = EnumSet.noneOf(Act.class);
        for (var act : Lifecycle.steps(matter.state())) {
            if (may(caller, act, matter)) {
                steps.add(act);
            }
        }
        return steps;
    }

    private static boolean reaches(Caller caller, String permission, Matter matter) {
        return caller.reach(permission).covers(matter.subject().area(), matter.unitsInHand());
    }
}
