package org.huying.calendar;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Pattern;

/// A time limit as people say it: `30 min`, `2 hours` (round the clock), `2 work-hours`, `1 work-day`, `7 days`.
/// 1 to 10 000 of its kind; anything else throws `IllegalArgumentException`.
public record TimeLimit(int amount, TimeKind kind) {

    private static final Pattern WORDS =
            Pattern.compile("(\\d{1,5}) (min|hour|work-hour|work-day|day)s?");

    public TimeLimit {
        if (amount < 1 || amount > 10_000) {
            throw new IllegalArgumentException("A time limit lies between 1 and 10000: " + amount);
        }
    }

    @JsonCreator
    public static TimeLimit parse(String words) {
        var match = WORDS.matcher(words.strip().toLowerCase(Locale.ROOT));
        if (!match.matches()) {
            throw new IllegalArgumentException(
                    "Not a time limit: '"
                            + words
                            + "' (30 min, 2 hours, 2 work-hours, 1 work-day, 7 days)");
        }
        var kind =
                switch (match.group(2)) {
                    case "min" -> TimeKind.MINUTE;
                    case "hour" -> TimeKind.URGENT_HOUR;
                    case "work-hour" -> TimeKind.WORK_HOUR;
                    case "work-day" -> TimeKind.WORK_DAY;
                    default -> TimeKind.NATURAL_DAY;
                };
        return new TimeLimit(Integer.parseInt(match.group(1)), kind);
    }

    @JsonValue
    @Override
    public String toString() {
        var unit =
                switch (kind) {
                    case MINUTE -> "min";
                    case URGENT_HOUR -> "hour";
                    case WORK_HOUR -> "work-hour";
                    case WORK_DAY -> "work-day";
                    case NATURAL_DAY -> "day";
                };
        return amount + " " + unit + (amount == 1 || kind == TimeKind.MINUTE ? "" : "s");
    }
}
