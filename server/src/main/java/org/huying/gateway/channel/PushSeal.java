package org.huying.gateway.channel;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Seals a message so that only the browser reads it, not its push service (RFC 8291, `aes128gcm` of RFC 8188): one record.
final class PushSeal {

    private static final int RECORD = 4096;
    private static final int SALT = 16;
    private static final int KEY = 16;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final byte LAST = 2;

    private PushSeal() {}

    /// Empty where the keys of the device are none.
    static Optional<byte[]> sealed(byte[] plain, PushDevice device, SecureRandom random) {
        var salt = new byte[SALT];
        random.nextBytes(salt);
        var key = PushDevice.bytes(device.p256dh());
        var auth = PushDevice.bytes(device.auth());
        if (key.isEmpty() || auth.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(sealed(plain, key.get(), auth.get(), Curve.fresh(), salt));
        } catch (GeneralSecurityException _) {
            return Optional.empty();
        }
    }

    /// @param ours for this message only
    static byte[] sealed(byte[] plain, byte[] theirs, byte[] auth, KeyPair ours, byte[] salt)
            throws GeneralSecurityException {
        var agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(ours.getPrivate());
        agreement.doPhase(Curve.open(theirs), true);
        var point = Curve.point((ECPublicKey) ours.getPublic());
        var info = joined(words("WebPush: info\0"), theirs, point);
        var input = expanded(hmac(auth, agreement.generateSecret()), info, 32);
        var prk = hmac(salt, input);
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.ENCRYPT_MODE,
                new SecretKeySpec(
                        expanded(prk, words("Content-Encoding: aes128gcm\0"), KEY), "AES"),
                new GCMParameterSpec(
                        TAG_BITS, expanded(prk, words("Content-Encoding: nonce\0"), NONCE)));
        var text = cipher.doFinal(joined(plain, new byte[] {LAST}));
        return ByteBuffer.allocate(SALT + 4 + 1 + point.length + text.length)
                .put(salt)
                .putInt(RECORD)
                .put((byte) point.length)
                .put(point)
                .put(text)
                .array();
    }

    /// HKDF of one block: never more than 32 bytes are asked for.
    private static byte[] expanded(byte[] key, byte[] info, int length)
            throws GeneralSecurityException {
        return Arrays.copyOf(hmac(key, joined(info, new byte[] {1})), length);
    }

    private static byte[] hmac(byte[] key, byte[] text) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text);
    }

    private static byte[] words(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] joined(byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(it -> it.length).sum();
        var all = ByteBuffer.allocate(length);
        for (var part : parts) {
            all.put(part);
        }
        return all.array();
    }
}
