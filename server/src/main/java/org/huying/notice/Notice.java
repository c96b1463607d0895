package org.huying.notice;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.huying.eventlog.StoredFact;
import org.huying.vault.Chain;

/// One thing told to one recipient.
///
/// @param word what the step said itself, such as the old and new deadline; mostly empty
record Notice(
        String region,
        UUID id,
        UUID recipient,
        UUID matter,
        String template,
        String number,
        String title,
        Optional<UUID> unit,
        String word,
        Instant created) {

    /// The id for what an event tells a recipient: the same whenever the event is read again, and in the order of events.
    static UUID id(StoredFact event, UUID recipient, String template) {
        var hash = Chain.link(Chain.start(), event.id().toString(), recipient.toString(), template);
        var bits = ByteBuffer.wrap(hash);
        long high = event.id().getMostSignificantBits();
        long low = (bits.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
