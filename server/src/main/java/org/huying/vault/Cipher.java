package org.huying.vault;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/// Seals personal fields for storage. The key never leaves the process; every sealed value names its key version.
public interface Cipher {

    byte[] seal(byte[] plain);

    /// The same for text.
    default byte[] seal(String plain) {
        return seal(plain.getBytes(StandardCharsets.UTF_8));
    }

    /// Throws `IllegalStateException` when the value was damaged or its key is unknown.
    byte[] bytes(byte[] sealed);

    /// The same for text.
    default String open(byte[] sealed) {
        return new String(bytes(sealed), StandardCharsets.UTF_8);
    }

    /// The same for showing; when it cannot be opened that is logged, and empty here.
    ///
    /// @param whose what the value belongs to, for whoever looks into it; nothing personal
    default Optional<String> readable(byte[] sealed, String whose) {
        try {
            return Optional.of(open(sealed));
        } catch (IllegalStateException e) {
            LoggerFactory.getLogger(Cipher.class)
                    .error("A sealed value of {} cannot be read", whose, e);
            return Optional.empty();
        }
    }

    /// A keyed digest for exact search: equal plains give equal 16-byte digests, and nothing else is revealed.
    byte[] blind(String plain);
}
