package org.huying.gateway.sending;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// HMAC-SHA256, by which many receivers want to be spoken to.
public final class Hmac {
    private static final String NAME = "HmacSHA256";

    private Hmac() {}

    /// An empty key is one zero byte: HMAC fills keys up with zeros anyway.
    public static byte[] of(String key, String text) {
        try {
            var bytes = key.isEmpty() ? new byte[1] : key.getBytes(StandardCharsets.UTF_8);
            var mac = Mac.getInstance(NAME);
            mac.init(new SecretKeySpec(bytes, NAME));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA256", e);
        }
    }
}
