package org.huying.matter.loop;

import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import org.huying.matter.Act;
import org.huying.matter.StateName;
import org.huying.playbook.LoopRules;
import org.huying.playbook.LoopRules.Verdict;

/// Which of the acts that the table allows make sense for a matter as it stands: nobody is offered to lift a supervision
/// that does not exist.
public final class Offers {

    private Offers() {}

    public static Set<Act> of(Standing at, LoopRules rules) {
        var acts = new TreeSet<Act>();
        for (var act : Transitions.acts(StateName.of(at.state()))) {
            if (sensible(act, at.aside(), rules)) {
                acts.add(act);
            }
        }
        return acts;
    }

    /// The acts that make sense for one application as it stands.
    public static Set<Act> of(Plea plea, LoopRules rules) {
        var acts = EnumSet.noneOf(Act.class);
        if (plea.state() == Plea.Standing.OPEN) {
            acts.add(Act.RETRACT);
            plea.stage(rules).stream()
                    .flatMap(it -> it.may().stream())
                    .map(Offers::act)
                    .forEach(acts::add);
        }
        return acts;
    }

    private static Act act(Verdict verdict) {
        return switch (verdict) {
            case FORWARD -> Act.FORWARD;
            case GRANT -> Act.GRANT;
            case DENY -> Act.DENY;
        };
    }

    private static boolean sensible(Act act, Aside aside, LoopRules rules) {
        var marks = aside.marks();
        return switch (act) {
            case DOCUMENT -> marks.owed();
            case REVISIT -> aside.asked().revisit();
            case REOPEN -> rules.after().reopenWithin().isPresent();
            case APPLY -> !rules.pleas().isEmpty();
            case JOIN ->
                    aside.assists().stream().anyMatch(it -> it.state() == Assist.Standing.ASKED);
            case CONTRIBUTE, DECLINE, RELEASE -> !aside.helping().isEmpty();
            case OPINE, CONCLUDE ->
                    aside.consults().stream().anyMatch(it -> it.decision().isEmpty());
            case ANSWER -> aside.hold().filter(it -> it.kind() == Hold.Kind.ASKED).isPresent();
            case RESUME -> aside.hold().isPresent();
            case SPOT -> aside.hold().isEmpty() && rules.spot().allowed();
            case ASK, HANDLE, RETURN, ESCALATE, DISPATCH, ARBITRATE, EMERGENCY, ACKNOWLEDGE ->
                    aside.hold().isEmpty();
            case FORWARD, GRANT, DENY, RETRACT ->
                    aside.pleas().stream().anyMatch(it -> of(it, rules).contains(act));
            case LIFT -> marks.supervision().isPresent();
            case ABSORB, REMIND, PROMPT, RECOUNT, REPORT -> false;
            case ACCEPT, REJECT, CLASSIFY, LOCATE, FILL -> true;
            case VERIFY, INVITE, RATE, UNREACHED, CLOSE -> true;
            case ENGAGE, CONSULT, COMMENT, SPLIT, INSTRUCT, SUPERVISE, MARK -> true;
            case MERGE, UNMERGE, WITHDRAW, REPLY -> true;
        };
    }
}
