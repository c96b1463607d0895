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
    record Verdict(boolean on, boolean off) {}

    static Verdict of(Alarm alarm, Map<String, Object> values, Instant at) {
        Map<String, Object> known = new HashMap<>();
        values.forEach((name, value) -> known.put(READING + name, value));
        var facts = new Facts(known, NONE, NOWHERE, at);
        var on = judged(alarm.on(), facts);
        var off =
                alarm.off()
                        .map(it -> judged(it, facts).orElse(false))
                        .orElseGet(() -> on.map(it -> !it).orElse(false));
        return new Verdict(on.orElse(false), off);
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
