package org.huying.power;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.huying.eventlog.Fact;

/// A power was used, or something was said to its use. Stored in the event log: add fields, never rename or remove one.
///
/// @param act `use`, `object`, `respond`, `rule`, `answer`, `late`, `recount`
/// @param node the place whose desk used it
/// @param word the old and the new limit, where the days have moved one
/// @param agreed whether a response or ruling agreed with the objection
public record PowerMoved(
        String region,
        UUID subject,
        String act,
        UUID department,
        String node,
        String title,
        boolean agreed,
        Instant at,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) String word)
        implements Fact {

    public static final String KIND = "power.moved";

    @Override
    public String kind() {
        return KIND;
    }

    PowerMoved saying(String said) {
        return new PowerMoved(region, subject, act, department, node, title, agreed, at, said);
    }
}
