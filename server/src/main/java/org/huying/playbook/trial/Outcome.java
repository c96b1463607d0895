package org.huying.playbook.trial;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huying.playbook.DispatchRule;
import org.huying.playbook.Item;
import org.huying.playbook.LoopRules.EscalationRule;
import org.huying.playbook.Stage;
import org.huying.playbook.Text;

/// What the playbook makes of a request.
///
/// @param going where it goes; empty when no rule leads to anybody
/// @param until when each stage ends at the latest, if every stage takes all its time
/// @param above the ladder above whoever gets it, from below to above
/// @param late what happens when a stage runs out
public record Outcome(
        Request request,
        Item item,
        Text channel,
        boolean urgent,
        Optional<Going> going,
        Map<Stage, Instant> until,
        List<String> above,
        Map<Stage, Late> late) {

    /// Where it goes.
    ///
    /// @param rule the first rule that holds and leads to somebody
    /// @param level the level word it stands at, or `department`
    public record Going(DispatchRule rule, Text to, String level) {}

    /// What moves it up when time runs out.
    ///
    /// @param to the rung it moves to
    public record Late(EscalationRule rule, String to) {}
}
