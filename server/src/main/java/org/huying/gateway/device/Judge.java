package org.huying.gateway.device;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.huying.gateway.device.Plan.Alarm;
import org.huying.playbook.Condition;
import org.huying.playbook.Facts;
import org.huying.playbook.Item;
import org.huying.playbook.Text;
import org.huying.territory.TerritoryCode;

/// Whether a reading alarms. A condition that asks for a reading which is not there does not hold.
final class Judge {

    static final String READING = "reading.";

    private static final TerritoryCode NOWHERE = TerritoryCode.of("000000");
    private static final Item NONE =
            new Item(
                    "",
                    new Text("", ""),
                    "",
                    Optional.empty(),
                    Map.of(),
                    Map.of(),
                    0,
                    Duration.ZERO,
                    Map.of());

    private Judge() {}

    /// @param on it alarms
    /// @param off it says that the alarm is over
    /// @param speaks it says anything of it; a message without the readings that are asked for does not
    record Verdict(boolean on, boolean off, boolean speaks) {

        /// Of a message that is not judged.
        static final Verdict NONE = new Verdict(false, false, false);
    }

    static Verdict of(Alarm alarm, Map<String, Object> values, Instant at) {
        Map<String, Object> known = new HashMap<>();
        values.forEach((name, value) -> known.put(READING + name, value));
        var facts = new Facts(known, NONE, NOWHERE, at);
        var on = judged(alarm.on(), facts);
        boolean off =
                alarm.off()
                        .map(it -> judged(it, facts).orElse(false))
                        .orElseGet(() -> on.map(it -> !it).orElse(false));
        return new Verdict(on.orElse(false), off, on.isPresent() || off);
    }

    /// What it makes of a device that stands like this. What alarms at once and comes late counts all the same where the
    /// latest readings do not say that it is over: a call that was sent again is a call.
    static Watch.Step step(Alarm alarm, Standing stand, Verdict verdict, Instant at) {
        if (!verdict.speaks()) {
            return new Watch.Step(stand.watch(), Watch.Turn.NONE);
        }
        var latest = stand.watch().heard();
        boolean counts =
                verdict.on()
                        && at.isBefore(latest)
                        && alarm.timing().hold().isZero()
                        && !of(alarm, stand.values(), latest).off();
        return stand.watch()
                .heard(verdict.on(), verdict.off(), counts ? latest : at, alarm.timing());
    }

    /// Empty where it cannot be judged.
    private static Optional<Boolean> judged(Condition condition, Facts facts) {
        try {
            return Optional.of(condition.holds(facts));
        } catch (IllegalStateException _) {
            return Optional.empty();
        }
    }
}
