package org.huying.access.account;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/// Time-based codes of RFC 6238: six digits, 30 s, SHA-1, the form every authenticator app knows. A code counts for its
/// own step and the ones beside it, because clocks differ.
final class Totp {
    private static final long STEP = 30;
    private static final int SECRET = 20;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final TimeBasedOneTimePasswordGenerator generator =
            new TimeBasedOneTimePasswordGenerator();

    /// A new secret in base 32.
    static String fresh() {
        var secret = new byte[SECRET];
        RANDOM.nextBytes(secret);
        return Base32.encode(secret);
    }

    static String uri(String secret, String login) {
        return "otpauth://totp/Huying:"
                + URLEncoder.encode(login, StandardCharsets.UTF_8)
                + "?secret="
                + secret
                + "&issuer=Huying&algorithm=SHA1&digits=6&period=30";
    }

    String code(String secret, Instant at) {
        try {
            var key = new SecretKeySpec(Base32.decode(secret), generator.getAlgorithm());
            return generator.generateOneTimePasswordString(key, at);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("Every Java has HmacSHA1", e);
        }
    }

    /// The step in which this code is the right one; empty when it is wrong.
    OptionalLong step(String secret, String code, Instant now) {
        long current = now.getEpochSecond() / STEP;
        for (long step = current - 1; step <= current + 1; step++) {
            var right = code(secret, Instant.ofEpochSecond(step * STEP));
            if (MessageDigest.isEqual(
                    right.getBytes(StandardCharsets.UTF_8),
                    code.getBytes(StandardCharsets.UTF_8))) {
                return OptionalLong.of(step);
            }
        }
        return OptionalLong.empty();
    }
}
