package org.huying.gateway.open311;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.huying.calendar.WorkCalendar;

/// Times as the W3C note spells them, always with their offset.
final class Moments {

    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

    private Moments() {}

    /// In the time of the country.
    static String said(Instant instant) {
        return FORM.format(instant.truncatedTo(ChronoUnit.SECONDS).atZone(WorkCalendar.ZONE));
    }

    /// Empty for anything without a date, a time and an offset. A `+` that an address has turned into a space is one.
    static Optional<Instant> read(String text) {
        try {
            var time = OffsetDateTime.parse(text.strip().replace(' ', '+'));
            return time.getYear() < 1970 || time.getYear() > 9999
                    ? Optional.empty()
                    : Optional.of(time.toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
