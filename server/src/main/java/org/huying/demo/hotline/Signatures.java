package org.huying.demo.hotline;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What the hotline signs with, written from the page that vendors read and from nothing else.
final class Signatures {

    static final String HEADER = "Huying-Signature";

    private static final String HMAC = "HmacSHA256";
    private static final AtomicLong NONCE = new AtomicLong(System.nanoTime());

    private Signatures() {}

    static String of(String secret, String method, String path, long seconds, String body) {
        var nonce = "n-" + Long.toHexString(NONCE.incrementAndGet()) + "-" + seconds;
        return "t=%d,n=%s,hmac-sha256=%s"
                .formatted(seconds, nonce, mac(secret, text(method, path, seconds, nonce, body)));
    }

    /// Whether a header was made with the secret.
    static boolean holds(String secret, String header, String method, String path, String body) {
        var parts = header.split(",", -1);
        if (parts.length != 3 || !parts[0].startsWith("t=") || !parts[1].startsWith("n=")) {
            return false;
        }
        var text =
                text(
                        method,
                        path,
                        Long.parseLong(parts[0].substring(2)),
                        parts[1].substring(2),
                        body);
        return parts[2].equals("hmac-sha256=" + mac(secret, text));
    }

    private static String text(
            String method, String path, long seconds, String nonce, String body) {
        return String.join("\n", method, path, Long.toString(seconds), nonce, body);
    }

    private static String mac(String secret, String text) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + HMAC, e);
        }
    }
}
