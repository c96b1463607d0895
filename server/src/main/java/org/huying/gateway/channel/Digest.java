package org.huying.gateway.channel;

import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.huying.calendar.WorkCalendar;

/// How many notices go together: each by itself, those of an hour, or those of a day. Pure.
enum Digest {
    NONE,
    HOURLY,
    DAILY;

    private static final LocalTime MORNING = LocalTime.of(8, 0);

    static Optional<Digest> of(String word) {
        return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// When what was told at this moment goes: now, at the next full hour, or at the next eight in the morning.
    Instant next(Instant at) {
        var now = at.atZone(WorkCalendar.ZONE);
        return switch (this) {
            case NONE -> at;
            case HOURLY -> now.truncatedTo(ChronoUnit.HOURS).plusHours(1).toInstant();
            case DAILY -> {
                var today = now.with(MORNING);
                yield (today.isAfter(now) ? today : today.plusDays(1)).toInstant();
            }
        };
    }
}
