package org.huying.access.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Times as the API writes them: RFC 3339 with the offset of the product's zone.
final class Times {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private Times() {}

    static OffsetDateTime of(Instant instant) {
        return instant.atZone(ZONE).toOffsetDateTime();
    }

    static @Nullable OffsetDateTime of(Optional<Instant> instant) {
        return instant.map(Times::of).orElse(null);
    }
}
