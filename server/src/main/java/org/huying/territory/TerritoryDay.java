package org.huying.territory;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// The day by which validity is judged: that of China.
public final class TerritoryDay {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private TerritoryDay() {}

    public static LocalDate of(Instant at) {
        return at.atZone(CHINA).toLocalDate();
    }

    /// Its first moment.
    public static Instant start(LocalDate day) {
        return day.atStartOfDay(CHINA).toInstant();
    }
}
