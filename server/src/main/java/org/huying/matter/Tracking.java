package org.huying.matter;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import org.apache.commons.codec.binary.Base32;
import org.huying.vault.Cipher;
import org.springframework.stereotype.Component;

/// The secret by which somebody without an account follows the matter. It is derived from the matter's key, so it is
/// stored nowhere and a report sent twice gets the same one.
@Component
class Tracking {

    private final Cipher cipher;

    Tracking(Cipher cipher) {
        this.cipher = cipher;
    }

    /// 16 letters and digits (80 bits) that are easy to read out.
    String secret(MatterId id) {
        var digest = cipher.blind("tracking:" + id.region() + ":" + id.value());
        return new Base32().encodeToString(digest).substring(0, 16);
    }

    boolean matches(MatterId id, String given) {
        return MessageDigest.isEqual(
                secret(id).getBytes(StandardCharsets.US_ASCII),
                given.strip().toUpperCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII));
    }
}
