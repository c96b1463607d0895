package org.huying.playbook.compile;

import java.time.Duration;
import java.util.regex.Pattern;
import org.huying.calendar.TimeLimit;

/// Times and distances as people write them.
final class Measures {

    private static final Pattern DISTANCE = Pattern.compile("(\\d{1,5}(?:\\.\\d{1,2})?) ?(m|km)");
    private static final Pattern SPAN = Pattern.compile("(\\d{1,5}) ?(min|h|hours?|days?)");

    private Measures() {}

    /// `50 m`, `1.5 km`; up to 10 km.
    static double metres(String words) {
        var match = DISTANCE.matcher(words.strip());
        if (match.matches()) {
            double metres =
                    Double.parseDouble(match.group(1)) * (match.group(2).equals("km") ? 1000 : 1);
            if (metres <= 10_000) {
                return metres;
            }
        }
        throw new IllegalArgumentException(
                "距离应写作 50 m 或 1.5 km / a distance is written 50 m or 1.5 km, up to 10 km");
    }

    /// `72 h`, `3 days`, `30 min`; up to 90 days.
    static Duration span(String words) {
        var match = SPAN.matcher(words.strip());
        if (match.matches()) {
            long amount = Long.parseLong(match.group(1));
            var span =
                    switch (match.group(2)) {
                        case "min" -> Duration.ofMinutes(amount);
                        case "h", "hour", "hours" -> Duration.ofHours(amount);
                        default -> Duration.ofDays(amount);
                    };
            if (span.compareTo(Duration.ofDays(90)) <= 0) {
                return span;
            }
        }
        throw new IllegalArgumentException(
                "时段应写作 72 h 或 3 days / a span is written 72 h or 3 days, up to 90 days");
    }

    static TimeLimit limit(String words) {
        try {
            return TimeLimit.parse(words);
        } catch (IllegalArgumentException _) {
            throw new IllegalArgumentException(
                    "时限应写作 30 min、2 hours、2 work-hours、1 work-day 或 7 days"
                            + " / a time limit is written 30 min, 2 hours, 2 work-hours, 1 work-day or 7 days");
        }
    }

    private static final Pattern NUMBER =
            Pattern.compile(
                    "(?:[A-Za-z0-9-]|\\{region}|\\{yyMMdd}|\\{yyyyMMdd}|\\{yyyy})*"
                            + "\\{seq:[3-9]}(?:[A-Za-z0-9-]|\\{region})*");

    /// `{region}-{yyMMdd}-{seq:5}`: one running number, a date and the region around it.
    static String numberPattern(String words) {
        if (words.length() > 60 || !NUMBER.matcher(words).matches()) {
            throw new IllegalArgumentException(
                    "编号样式由 {region} {yyMMdd} {yyyyMMdd} {yyyy} {seq:5} 与字母数字组成，且有一个 {seq:3..9}"
                            + " / a number pattern has one {seq:3..9}, and {region}, {yyMMdd}, {yyyyMMdd}, {yyyy}, letters, digits");
        }
        return words;
    }
}
