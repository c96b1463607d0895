package org.huying.insight.sql;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/// Values as the driver wants them.
final class Values {

    private Values() {}

    static Object bound(Object value) {
        return value instanceof Instant instant ? time(instant) : value;
    }

    /// `Instant.MAX` and `MIN` are the infinities of the database.
    static OffsetDateTime time(Instant instant) {
        if (instant.equals(Instant.MAX)) {
            return OffsetDateTime.MAX;
        }
        return instant.equals(Instant.MIN) ? OffsetDateTime.MIN : instant.atOffset(ZoneOffset.UTC);
    }
}
