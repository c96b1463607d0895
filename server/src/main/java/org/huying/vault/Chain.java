package org.huying.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// One link of a hash chain: SHA-256 over the hash before it and the length-prefixed fields of the row.
public final class Chain {

    private Chain() {}

    /// What stands before the first link.
    public static byte[] start() {
        return new byte[32];
    }

    /// The hash of a row whose fields read `fields` in this order and whose predecessor has the hash `before`.
    public static byte[] link(byte[] before, String... fields) {
        var digest = sha256();
        digest.update(before);
        for (var field : fields) {
            var bytes = field.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(4).putInt(0, bytes.length));
            digest.update(bytes);
        }
        return digest.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
