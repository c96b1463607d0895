package org.huying.matter;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.matter.loop.Command;
import org.huying.matter.loop.Matter;
import org.huying.matter.loop.MatterState.Rejected;
import org.huying.matter.loop.Offers;
import org.huying.matter.loop.Transitions;
import org.huying.matter.loop.Transitions.Who;
import org.huying.playbook.LoopRules;
import org.huying.playbook.PleaKind;
import org.huying.territory.Level;

/// What one caller may see of a matter and do to it now. Staff by permission within reach; residents their own.
final class Sight {

    static final String READ = "matter:matter:read";

    private Sight() {}

    static boolean sees(Caller caller, Matter matter) {
        return owns(caller, matter) || inside(caller, matter);
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
            case HELPER ->
                    (caller.kind() != Caller.Kind.RESIDENT || act == Act.COMMENT)
                            && reaches(caller, act.permission(), matter, matter.involved());
            case SYSTEM -> caller.kind() == Caller.Kind.SYSTEM;
        };
    }

    /// Whoever asked may contest a rejection and nothing else; the rest is applied for by those who work.
    static boolean may(Caller caller, Command command, Matter matter) {
        return may(caller, command.act(), matter)
                && (!(command instanceof Command.Apply apply)
                        || apply.kind() == PleaKind.REJECTION_APPEAL
                        || reaches(caller, Act.APPLY.permission(), matter, matter.lead()));
    }

    /// Sees what those who work say among themselves.
    static boolean inside(Caller caller, Matter matter) {
        return reaches(caller, READ, matter, matter.involved());
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
        boolean contested =
                matter.state() instanceof Rejected
                        && rules.pleas().containsKey(PleaKind.REJECTION_APPEAL);
        for (var act : Offers.of(matter.standing(), rules)) {
            boolean applies =
                    act != Act.APPLY
                            || contested
                            || reaches(caller, act.permission(), matter, matter.lead());
            if (applies && may(caller, act, matter)) {
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
