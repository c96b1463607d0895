package org.huying.playbook.compile;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huying.calendar.TimeLimit;
import org.huying.calendar.WorkCalendar;
import org.huying.playbook.Stage;

/// Whether a matter as a whole may take as long as its stages one after another: else it is late while each of them is
/// in time. Laid out from the morning of an ordinary Monday, with no holiday for weeks.
record WholeLimit(WorkCalendar calendar) {

    private static final Instant MONDAY =
            LocalDateTime.of(2026, 7, 6, 9, 0).atZone(WorkCalendar.ZONE).toInstant();
    private static final List<Stage> IN_TURN =
            List.of(
                    Stage.ACCEPT,
                    Stage.DISPATCH,
                    Stage.ACKNOWLEDGE,
                    Stage.HANDLE,
                    Stage.VERIFY,
                    Stage.RATE);

    /// Told where limits are written, and nowhere they are only taken over.
    void check(Map<Stage, TimeLimit> limits, Part written) {
        if (!written.present()) {
            return;
        }
        Optional.ofNullable(limits.get(Stage.WHOLE))
                .filter(whole -> calendar.due(MONDAY, whole).isBefore(end(limits)))
                .ifPresent(whole -> warn(whole, written));
    }

    private Instant end(Map<Stage, TimeLimit> limits) {
        var end = MONDAY;
        for (var stage : IN_TURN) {
            var limit = limits.get(stage);
            end = limit == null ? end : calendar.due(end, limit);
        }
        return end;
    }

    private static void warn(TimeLimit whole, Part written) {
        written.findings()
                .warning(
                        "whole-too-short",
                        written.place(),
                        written.path(),
                        "`whole: %s` 比各环节加起来短：每个环节都不逾期，全程也会逾期".formatted(whole),
                        "`whole: %s` is shorter than the stages together: late as a whole though none of them is"
                                .formatted(whole));
    }
}
