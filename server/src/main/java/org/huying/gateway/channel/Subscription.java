package org.huying.gateway.channel;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// What somebody on the staff wants a channel to carry out to an address of their own. The inbox holds all of it anyway.
///
/// @param address where it goes; empty once it was ended, or when it cannot be opened
/// @param confirmedAt since when the address is known to be theirs; nothing goes before
/// @param kinds which kinds of notices; none of them named, all that the channel carries
/// @param pace their own quiet hours and digest; what is urgent waits for neither
record Subscription(
        UUID account,
        String channel,
        long version,
        Optional<String> address,
        Optional<Instant> confirmedAt,
        Set<String> kinds,
        Pace pace) {

    /// A code is good for so long, for so many tries.
    static final Duration GOOD = Duration.ofMinutes(10);

    static final int TRIES = 5;

    /// So many codes a day, and one a minute.
    static final int CODES = 10;

    boolean wants(String kind) {
        return kinds.isEmpty() || kinds.contains(kind);
    }

    @Override
    public String toString() {
        return "Subscription " + account + " " + channel;
    }
}
