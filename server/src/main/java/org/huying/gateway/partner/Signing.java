package org.huying.gateway.partner;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/// Signs and checks by a partner's scheme. Shared secrets make hexadecimal MACs, SM2 a base64 signature in DER over SM3.
final class Signing {

    private static final String HMAC = "HmacSHA256";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET = 32;
    private static final int NONCE = 12;

    private Signing() {}

    /// A secret that nobody has.
    static String secret() {
        return "hyp_" + random(SECRET);
    }

    static String nonce() {
        return random(NONCE);
    }

    private static String random(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// Signed by us.
    static Seal sign(Keys keys, String method, String path, long seconds, String body) {
        var nonce = nonce();
        var text = Seal.text(method, path, seconds, nonce, body);
        var value =
                switch (keys) {
                    case Keys.Shared(var scheme, var secret) -> mac(scheme, secret, text);
                    case Keys.Pair pair -> Sm2.sign(pair.ours(), text);
                };
        return new Seal(seconds, nonce, keys.scheme(), value);
    }

    /// Whether they signed this.
    static boolean holds(Keys keys, Seal seal, String method, String path, String body) {
        if (seal.scheme() != keys.scheme()) {
            return false;
        }
        var text = Seal.text(method, path, seal.seconds(), seal.nonce(), body);
        return switch (keys) {
            case Keys.Shared(var scheme, var secret) ->
                    MessageDigest.isEqual(
                            mac(scheme, secret, text).getBytes(StandardCharsets.US_ASCII),
                            seal.value()
                                    .toLowerCase(Locale.ROOT)
                                    .getBytes(StandardCharsets.US_ASCII));
            case Keys.Pair pair -> Sm2.holds(pair.theirs(), text, seal.value());
        };
    }

    private static String mac(Scheme scheme, String secret, String text) {
        var key = secret.getBytes(StandardCharsets.UTF_8);
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return HexFormat.of()
                .formatHex(scheme == Scheme.HMAC_SM3 ? sm3(key, bytes) : sha(key, bytes));
    }

    private static byte[] sha(byte[] key, byte[] text) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + HMAC, e);
        }
    }

    private static byte[] sm3(byte[] key, byte[] text) {
        var mac = new HMac(new SM3Digest());
        mac.init(new KeyParameter(key));
        mac.update(text, 0, text.length);
        var digest = new byte[mac.getMacSize()];
        mac.doFinal(digest, 0);
        return digest;
    }
}
