package org.huying.whistle;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What can be done to a whistle, with the permission it asks for and who may do it. The names are stored and public.
public enum WhistleAct {
    BLOW("blow", Side.CALLER),
    RECEIVE("receive", Side.UNIT),
    CHECK_IN("check-in", Side.UNIT),
    OBJECT("object", Side.UNIT),
    ARBITRATE("arbitrate", Side.ARBITER),
    RECORD("submit", Side.LEAD),
    SIGN("sign", Side.UNIT),
    SUBMIT("submit", Side.LEAD),
    LEAVE("check-in", Side.UNIT),
    RELEASE("withdraw", Side.CALLER),
    WITHDRAW("withdraw", Side.CALLER),
    EVALUATE("evaluate", Side.CALLER),
    CLOSE("close", Side.CALLER_OR_LEAD),
    MISS("", Side.CLOCK),
    /// The days of the county have changed, and its limits with them.
    RECOUNT("", Side.CLOCK);

    /// Who takes a step.
    enum Side {
        CALLER,
        UNIT,
        LEAD,
        CALLER_OR_LEAD,
        /// Somebody of neither side.
        ARBITER,
        /// Huying itself.
        CLOCK
    }

    private final String verb;
    private final Side side;

    WhistleAct(String verb, Side side) {
        this.verb = verb;
        this.side = side;
    }

    Side side() {
        return side;
    }

    /// The permission that the step asks for.
    public String permission() {
        return "whistle:whistle:" + verb;
    }

    /// The stored and public name, e.g. `check-in`.
    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
