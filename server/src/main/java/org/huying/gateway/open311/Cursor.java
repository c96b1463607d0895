package org.huying.gateway.open311;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// A place in a list that is ordered by time: behind this moment, and behind this id where several have the same.
record Cursor(Instant at, UUID id) {

    private static final Pattern FORM =
            Pattern.compile("([0-9]{1,16})\\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    /// As it stands in addresses: microseconds since 1970, and the id.
    String text() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "." + id;
    }

    /// Empty for what is none.
    static Optional<Cursor> read(String text) {
        var found = FORM.matcher(text.strip());
        return found.matches()
                ? Optional.of(
                        new Cursor(
                                Instant.EPOCH.plus(
                                        Long.parseLong(found.group(1)), ChronoUnit.MICROS),
                                UUID.fromString(found.group(2))))
                : Optional.empty();
    }
}
