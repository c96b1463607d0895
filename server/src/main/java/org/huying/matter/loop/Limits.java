package org.huying.matter.loop;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.huying.calendar.TimeKind;
import org.huying.calendar.TimeLimit;
import org.huying.calendar.WorkCalendar;
import org.huying.playbook.LoopRules.ClockRules;
import org.huying.playbook.Stage;

/// The limits a matter runs under, the calendar they are counted on, and the marks of the place.
///
/// @param at the limits of stages that begin at a moment: an area may be in another mode then
public record Limits(
        Function<Instant, Map<Stage, TimeLimit>> at, WorkCalendar calendar, ClockRules rules) {

    /// The end of a stage that began at `from`: extensions added, pauses not counted. Empty when it has no limit.
    Optional<Instant> due(Stage stage, Instant from, Pace pace) {
        return share(stage, from, pace, 1);
    }

    /// When a stage turns amber; empty when it has no limit or the place has no such mark.
    Optional<Instant> amber(Stage stage, Instant from, Pace pace) {
        return rules.amber() > 0 && rules.amber() < 1
                ? share(stage, from, pace, rules.amber())
                : Optional.empty();
    }

    /// The `reminder`-th reminder (from 1) after `due`; empty when there is none.
    Optional<Instant> reminder(Instant due, int reminder) {
        if (reminder > rules.reminders()) {
            return Optional.empty();
        }
        return rules.remindAfter()
                .map(each -> {
                    var at = due;
                    for (int i = 0; i < reminder; i++) {
                        at = calendar.due(at, each);
                    }
                    return at;
                });
    }

    private Optional<Instant> share(Stage stage, Instant from, Pace pace, double share) {
        return Optional.ofNullable(at.apply(from).get(stage))
                .map(limit -> {
                    var kind = limit.kind();
                    var end = calendar.due(from, limit);
                    if (stage != Stage.WHOLE) {
                        for (var extension : pace.extensions()) {
                            end = calendar.due(end, extension);
                        }
                    }
                    if (share < 1) {
                        end = part(calendar, from, end, kind, share);
                    }
                    return withPauses(from, end, limit, pace);
                });
    }

    /// The moment at which this share of the time between two moments has passed, as `kind` counts it, to the microsecond
    /// as it is stored.
    static Instant part(
            WorkCalendar calendar, Instant from, Instant end, TimeKind kind, double share) {
        long micros = calendar.between(from, end, kind).toNanos() / 1_000;
        return calendar.after(
                from, Duration.of(Math.round(micros * share), ChronoUnit.MICROS), kind);
    }

    private Instant withPauses(Instant from, Instant end, TimeLimit limit, Pace pace) {
        var due = end;
        for (var pause : pace.pauses()) {
            var start = pause.from().isBefore(from) ? from : pause.from();
            if (pause.to().isAfter(from) && start.isBefore(due)) {
                var rest = calendar.between(start, due, limit.kind());
                due = calendar.after(pause.to(), rest, limit.kind());
            }
        }
        return due;
    }
}
