package org.huying.gateway.partner;

import java.util.Optional;
import java.util.UUID;

/// A partner of a county.
///
/// @param account the machine account that speaks for it
/// @param mapping how it words things
/// @param keys what messages are signed with; empty until they are made
/// @param paused nothing is sent at present
record Partner(
        String region,
        String key,
        long version,
        UUID account,
        String text,
        Mapping mapping,
        Optional<Keys> keys,
        boolean paused) {

    /// Made for `key` and `region`, so that keys of requests never meet.
    UUID uuid(String... parts) {
        var text = region + " " + key + " " + String.join(" ", parts);
        return UUID.nameUUIDFromBytes(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
