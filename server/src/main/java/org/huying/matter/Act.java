package org.huying.matter;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What can be done to a matter, with the permission it asks for. The names are stored and public. Which act may follow
/// which state, by whom and to what effect: `org.huying.matter.loop.Transitions`.
public enum Act {
    REPORT("report"),
    ACCEPT("accept"),
    REJECT("reject"),
    CLASSIFY("classify"),
    LOCATE("locate"),
    FILL("fill"),
    DISPATCH("dispatch"),
    ACKNOWLEDGE("acknowledge"),
    RETURN("return"),
    ARBITRATE("arbitrate"),
    ESCALATE("escalate"),
    EMERGENCY("emergency"),
    DOCUMENT("handle"),
    SPOT("spot"),
    HANDLE("handle"),
    VERIFY("verify"),
    INVITE("invite"),
    RATE("rate-on-behalf"),
    UNREACHED("rate-on-behalf"),
    CLOSE("close"),
    REOPEN("rate-on-behalf"),
    REVISIT("revisit"),
    ENGAGE("engage"),
    JOIN("assist"),
    CONTRIBUTE("assist"),
    DECLINE("assist"),
    RELEASE("engage"),
    ASK("handle"),
    ANSWER("rate-on-behalf"),
    REPLY("handle"),
    RESUME("handle"),
    APPLY("apply"),
    FORWARD("decide"),
    GRANT("decide"),
    DENY("decide"),
    RETRACT("apply"),
    CONSULT("consult"),
    OPINE("comment"),
    CONCLUDE("consult"),
    COMMENT("comment"),
    INSTRUCT("instruct"),
    SUPERVISE("supervise"),
    LIFT("supervise"),
    MARK("supervise"),
    SPLIT("split"),
    MERGE("merge"),
    UNMERGE("merge"),
    ABSORB("merge"),
    WITHDRAW("rate-on-behalf"),
    REMIND("remind"),
    PROMPT("remind"),
    RECOUNT("recount");

    private final String permission;

    Act(String verb) {
        this.permission = "matter:matter:" + verb;
    }

    /// The permission a member of staff needs, within reach of the matter.
    public String permission() {
        return permission;
    }

    /// The stored and public name, e.g. `return`.
    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
