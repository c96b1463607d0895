package org.huying.access.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.huying.problem.Problem;
import org.springframework.stereotype.Component;

/// Argon2id with 16 MB and 2 passes. At most four at a time; who waits longer than 5 s is sent away with 503 rather than
/// letting a flood of sign-ins take the memory and the processors.
@Component
class Passwords {
    private static final int MEMORY_KB = 16 * 1024;
    private static final int PASSES = 2;
    private static final int LENGTH = 32;
    private static final String HEAD = "$argon2id$v=19$m=16384,t=2,p=1$";
    private static final Base64.Encoder ENCODER = Base64.getEncoder().withoutPadding();

    private final SecureRandom random = new SecureRandom();
    private final Semaphore places = new Semaphore(4, true);
    private final String nobody;

    Passwords() {
        nobody = hash("a password of nobody");
    }

    String hash(String password) {
        var salt = new byte[16];
        random.nextBytes(salt);
        return HEAD
                + ENCODER.encodeToString(salt)
                + "$"
                + ENCODER.encodeToString(derive(password, salt));
    }

    boolean matches(String password, String hash) {
        if (!hash.startsWith(HEAD)) {
            throw new IllegalStateException("A stored password has an unknown form");
        }
        var parts = hash.substring(HEAD.length()).split("\\$", 2);
        var salt = Base64.getDecoder().decode(parts[0]);
        return MessageDigest.isEqual(derive(password, salt), Base64.getDecoder().decode(parts[1]));
    }

    /// Takes as long as a real check, and always says no.
    boolean matchesNobody(String password) {
        var _ = matches(password, nobody);
        return false;
    }

    private byte[] derive(String password, byte[] salt) {
        enter();
        try {
            var generator = new Argon2BytesGenerator();
            generator.init(
                    new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                            .withMemoryAsKB(MEMORY_KB)
                            .withIterations(PASSES)
                            .withParallelism(1)
                            .withSalt(salt)
                            .build());
            var output = new byte[LENGTH];
            generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), output);
            return output;
        } finally {
            places.release();
        }
    }

    private void enter() {
        try {
            if (!places.tryAcquire(5, TimeUnit.SECONDS)) {
                throw Problem.OVERLOADED.plain().retryAfter(5);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw Problem.OVERLOADED.plain().retryAfter(5);
        }
    }
}
