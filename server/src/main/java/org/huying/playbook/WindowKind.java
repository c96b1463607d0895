package org.huying.playbook;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A window, studio or reception where one can come by appointment.
///
/// @param level the level word of the places that have one
/// @param hours when it is open, unless a place says otherwise
/// @param slot how long one visit is
/// @param seats how many can be received at the same time
/// @param ahead how many days ahead one may book
/// @param services what one may come for, by key
/// @param channel the channel by which a matter that arises from a visit comes in
/// @param template an editable sample
public record WindowKind(
        String key,
        Text name,
        String level,
        List<Hours> hours,
        Duration slot,
        int seats,
        int ahead,
        Map<String, Text> services,
        Optional<String> channel,
        boolean template) {

    /// Open on these days of the week from one time until another.
    public record Hours(Set<DayOfWeek> days, LocalTime from, LocalTime until) {

        private static final Pattern WORDS =
                Pattern.compile("([a-z]{3})(?:-([a-z]{3}))? (\\d{2}:\\d{2})-(\\d{2}:\\d{2})");
        private static final List<String> DAYS =
                List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

        /// `mon-fri 18:00-20:00` or `sat 09:00-11:30`. Throws `IllegalArgumentException` for anything else.
        public static Hours parse(String words) {
            var match = WORDS.matcher(words.strip().toLowerCase(Locale.ROOT));
            if (match.matches()) {
                int first = DAYS.indexOf(match.group(1));
                int last = match.group(2) == null ? first : DAYS.indexOf(match.group(2));
                try {
                    var from = LocalTime.parse(match.group(3));
                    var until = LocalTime.parse(match.group(4));
                    if (first >= 0 && last >= first && until.isAfter(from)) {
                        return new Hours(days(first, last), from, until);
                    }
                } catch (DateTimeException _) {
                    throw refused();
                }
            }
            throw refused();
        }

        private static IllegalArgumentException refused() {
            return new IllegalArgumentException(
                    "开放时间应写作 mon-fri 18:00-20:00 或 sat 09:00-11:30"
                            + " / hours are written mon-fri 18:00-20:00 or sat 09:00-11:30");
        }

        private static Set<DayOfWeek> days(int first, int last) {
            var days = EnumSet.noneOf(DayOfWeek.class);
            for (int i = first; i <= last; i++) {
                days.add(DayOfWeek.of(i + 1));
            }
            return days;
        }

        @Override
        public String toString() {
            var names = days.stream().sorted().map(it -> DAYS.get(it.getValue() - 1)).toList();
            var span =
                    names.size() == 1 ? names.getFirst() : names.getFirst() + "-" + names.getLast();
            return span + " " + from + "-" + until;
        }
    }
}
