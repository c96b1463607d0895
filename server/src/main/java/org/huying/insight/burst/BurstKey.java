package org.huying.insight.burst;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.huying.calendar.WorkCalendar;
import org.huying.playbook.BurstRules;
import org.huying.territory.Level;
import org.huying.territory.TerritoryCode;

/// What is counted together: an item, an area, and a window of time. Windows stand side by side, from local midnight on,
/// so that one day is a day of the calendar. Pure.
record BurstKey(String item, TerritoryCode area, Instant start, Instant end) {

    private static final Instant MIDNIGHT =
            LocalDate.EPOCH.atStartOfDay(WorkCalendar.ZONE).toInstant();

    /// Empty when the place is not known as closely as the rules ask.
    static Optional<BurstKey> of(String item, TerritoryCode area, Instant at, BurstRules rules) {
        var level = level(rules.level());
        if (item.isEmpty() || area.value().length() < level.digits()) {
            return Optional.empty();
        }
        var start = start(at, rules.window());
        return Optional.of(new BurstKey(item, area.at(level), start, start.plus(rules.window())));
    }

    private static Instant start(Instant at, Duration window) {
        long millis = window.toMillis();
        long since = Duration.between(MIDNIGHT, at).toMillis();
        return MIDNIGHT.plusMillis(Math.floorDiv(since, millis) * millis);
    }

    private static Level level(String word) {
        return switch (word) {
            case "street" -> Level.STREET;
            case "community" -> Level.COMMUNITY;
            case "grid" -> Level.GRID;
            case "micro" -> Level.MICRO_GRID;
            default -> Level.COUNTY;
        };
    }

    UUID id() {
        var text = item + "|" + area.value() + "|" + start + "|" + end;
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
