package org.huying.matter;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.huying.matter.loop.Matter;
import org.huying.vault.Cipher;
import org.springframework.stereotype.Component;

/// Signed tokens that let whoever holds one rate a matter once, without an account: in a link that is sent, or a code
/// that is printed. A token names the matter and the asking it was made for; once that asking is over, by an answer or
/// otherwise, it opens nothing any more. Nothing is stored.
@Component
class RatingLinks {

    /// How long a token may be used.
    static final Duration VALID = Duration.ofDays(30);

    private static final int SIGNATURE = 16;
    private static final int SIGNED = 2 * Long.BYTES + Long.BYTES + Long.BYTES;

    /// What a genuine token says.
    ///
    /// @param asking when the asking began
    record Rating(MatterId matter, Instant asking, Instant until) {

        /// Whether the matter still waits for this answer.
        boolean opens(Matter current) {
            return current.since().equals(asking) && current.state().rating().isEmpty();
        }
    }

    private final Cipher cipher;

    RatingLinks(Cipher cipher) {
        this.cipher = cipher;
    }

    /// For the asking that runs now.
    String token(Matter matter, Instant until) {
        var id = matter.id().value();
        var signed =
                ByteBuffer.allocate(SIGNED)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .putLong(matter.since().toEpochMilli())
                        .putLong(until.toEpochMilli())
                        .array();
        var token =
                ByteBuffer.allocate(SIGNED + SIGNATURE)
                        .put(signed)
                        .put(signature(matter.id().region(), signed));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token.array());
    }

    /// Empty for a token that was not made here, or for another region, or that has expired.
    Optional<Rating> read(String region, String token, Instant now) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (bytes.length != SIGNED + SIGNATURE) {
            return Optional.empty();
        }
        var buffer = ByteBuffer.wrap(bytes);
        var signed = new byte[SIGNED];
        var given = new byte[SIGNATURE];
        buffer.get(signed).get(given);
        if (!MessageDigest.isEqual(signature(region, signed), given)) {
            return Optional.empty();
        }
        buffer.rewind();
        var id = new UUID(buffer.getLong(), buffer.getLong());
        var asking = Instant.ofEpochMilli(buffer.getLong());
        var until = Instant.ofEpochMilli(buffer.getLong());
        return now.isBefore(until)
                ? Optional.of(new Rating(new MatterId(region, id), asking, until))
                : Optional.empty();
    }

    private byte[] signature(String region, byte[] signed) {
        return cipher.blind("rating:" + region + ":" + HexFormat.of().formatHex(signed));
    }
}
