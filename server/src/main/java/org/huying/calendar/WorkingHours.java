package org.huying.calendar;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/// The working hours of one day, as spans that follow each other: `09:00-12:00`, `13:30-17:30`. At least one span, none
/// touching the next or midnight's far side; anything else throws `IllegalArgumentException`.
public record WorkingHours(List<Span> spans) {

    /// From opening to closing.
    public record Span(LocalTime from, LocalTime to) {
        public Span {
            if (!from.isBefore(to)) {
                throw new IllegalArgumentException("Working hours end after they begin: " + from);
            }
        }

        /// Reads `09:00-12:00`; throws `IllegalArgumentException` for anything else.
        public static Span parse(String words) {
            if (!words.matches("([01]\\d|2[0-3]):[0-5]\\d-([01]\\d|2[0-3]):[0-5]\\d")) {
                throw new IllegalArgumentException(
                        "Not working hours: '" + words + "' (09:00-12:00)");
            }
            return new Span(
                    LocalTime.parse(words.substring(0, 5)), LocalTime.parse(words.substring(6)));
        }

        @Override
        public String toString() {
            return from + "-" + to;
        }
    }

    /// 09:00–12:00 and 13:30–17:30, where a place says nothing else.
    public static final WorkingHours USUAL = parse(List.of("09:00-12:00", "13:30-17:30"));

    public WorkingHours {
        spans = List.copyOf(spans);
        if (spans.isEmpty() || spans.size() > 6) {
            throw new IllegalArgumentException("A day has 1 to 6 spans of working hours");
        }
        for (int i = 1; i < spans.size(); i++) {
            if (!spans.get(i - 1).to().isBefore(spans.get(i).from())) {
                throw new IllegalArgumentException("Working hours follow each other: " + spans);
            }
        }
    }

    public static WorkingHours parse(List<String> words) {
        var spans = new ArrayList<Span>();
        words.forEach(each -> spans.add(Span.parse(each)));
        return new WorkingHours(spans);
    }
}
