package org.huying.replay;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads how much time lies between the steps.
final class PaceReader {

    private static final Pattern TIME = Pattern.compile("(\\d{1,4}) (s|min|hours|days)");

    private PaceReader() {}

    static ReplayMap.Pace pace(Optional<Spot> spot) {
        var all =
                spot.map(it ->
                                it.entries(
                                        Set.of(
                                                "accept",
                                                "dispatch",
                                                "acknowledge",
                                                "verify",
                                                "rate",
                                                "close")))
                        .orElse(Map.of());
        return new ReplayMap.Pace(
                time(all, "accept", 10),
                time(all, "dispatch", 5),
                time(all, "acknowledge", 15),
                time(all, "verify", 30),
                time(all, "rate", 20),
                time(all, "close", 5));
    }

    private static Duration time(Map<String, Spot> all, String key, int minutes) {
        var spot = all.get(key);
        if (spot == null) {
            return Duration.ofMinutes(minutes);
        }
        var match = TIME.matcher(spot.text().orElse(""));
        if (!match.matches()) {
            spot.wrong("时间写作 10 min、2 hours、1 days", "write times as 10 min, 2 hours, 1 days");
            return Duration.ZERO;
        }
        long number = Long.parseLong(match.group(1));
        return switch (match.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "min" -> Duration.ofMinutes(number);
            case "hours" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }
}
