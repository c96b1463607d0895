package org.huying.playbook;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huying.calendar.TimeLimit;

/// Whistle and report (吹哨报到) as this place does it. Empty maps where it does not.
///
/// @param levels who may whistle whom, by key
/// @param causes why one may whistle, by key
/// @param classes the classes of the published list, in order
/// @param items the published list, by key, in order
/// @param overuse from when on a caller's whistles are shown as overuse
public record WhistleRules(
        Map<String, Rung> levels,
        Map<String, Text> causes,
        Map<String, Text> classes,
        Map<String, Entry> items,
        Optional<Overuse> overuse) {

    public static final WhistleRules NONE =
            new WhistleRules(Map.of(), Map.of(), Map.of(), Map.of(), Optional.empty());

    /// One of the levels, e.g. street → department.
    ///
    /// @param by the level word of those who whistle
    /// @param answers the level word of those who must come, or `department`
    /// @param reportIn the time to come in; `emergency` the time in an emergency
    /// @param objectWithin how long a summoned unit may object that it is not its duty
    /// @param evaluated whether the caller rates those who came (反向评价)
    /// @param template an editable sample, not this place's own rule
    public record Rung(
            String key,
            Text name,
            String by,
            String answers,
            TimeLimit reportIn,
            Optional<TimeLimit> emergency,
            Optional<TimeLimit> objectWithin,
            boolean evaluated,
            boolean template) {}

    /// One item of the published list.
    ///
    /// @param lead key of the body that leads; `assist` those that help
    /// @param cause the cause it usually comes under
    /// @param template an editable sample
    public record Entry(
            String key,
            Text name,
            String itemClass,
            Optional<String> lead,
            List<String> assist,
            Optional<String> cause,
            boolean template) {}

    /// More than `count` whistles of one caller within `window`.
    public record Overuse(int count, Duration window) {}
}
