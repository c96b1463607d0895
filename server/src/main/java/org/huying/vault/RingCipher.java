package org.huying.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/// Sealed value = format byte, key version byte, 12 bytes nonce, ciphertext with a 16-byte tag; the first two bytes are
/// authenticated too.
final class RingCipher implements Cipher {
    private static final int HEAD = 2;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int BLIND = 16;

    private final Algorithm algorithm;
    private final int current;
    private final Map<Algorithm, Map<Integer, byte[]>> sealing = new EnumMap<>(Algorithm.class);
    private final Queue<javax.crypto.Cipher> idle = new ConcurrentLinkedQueue<>();
    private final LongAdder unreadable = new LongAdder();
    private final byte[] blinding;
    private final SecureRandom random = new SecureRandom();

    RingCipher(Algorithm algorithm, KeyRing ring) {
        this.algorithm = algorithm;
        this.current = ring.current();
        this.blinding = ring.derive(ring.first(), "huying blind " + algorithm.name(), 32);
        sealing.put(Algorithm.AES, keys(ring, "huying seal AES", 32));
        sealing.put(Algorithm.SM4, keys(ring, "huying seal SM4", 16));
    }

    private static Map<Integer, byte[]> keys(KeyRing ring, String purpose, int length) {
        var keys = new HashMap<Integer, byte[]>();
        ring.versions()
                .forEach(version -> keys.put(version, ring.derive(version, purpose, length)));
        return keys;
    }

    @Override
    public byte[] seal(byte[] plain) {
        return seal(current, plain);
    }

    byte[] seal(int version, String plain) {
        return seal(version, plain.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] seal(int version, byte[] plain) {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        var head = new byte[] {algorithm.format(), (byte) version};
        var body = run(algorithm, true, head, nonce, plain);
        var sealed = Arrays.copyOf(head, HEAD + NONCE + body.length);
        System.arraycopy(nonce, 0, sealed, HEAD, NONCE);
        System.arraycopy(body, 0, sealed, HEAD + NONCE, body.length);
        return sealed;
    }

    @Override
    public byte[] bytes(byte[] sealed) {
        if (sealed.length < HEAD + NONCE + TAG_BITS / 8) {
            throw new IllegalStateException("Not a sealed value: too short");
        }
        var head = Arrays.copyOf(sealed, HEAD);
        var nonce = Arrays.copyOfRange(sealed, HEAD, HEAD + NONCE);
        var body = Arrays.copyOfRange(sealed, HEAD + NONCE, sealed.length);
        return run(Algorithm.of(head[0]), false, head, nonce, body);
    }

    @Override
    public Optional<String> readable(byte[] sealed, String whose) {
        var plain = Cipher.super.readable(sealed, whose);
        if (plain.isEmpty()) {
            unreadable.increment();
        }
        return plain;
    }

    /// How often a value could not be read since the start.
    long unreadable() {
        return unreadable.sum();
    }

    @Override
    public byte[] blind(String plain) {
        var text = plain.getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(
                switch (algorithm) {
                    case AES -> hmacSha256(text);
                    case SM4 -> hmacSm3(text);
                },
                BLIND);
    }

    private byte[] run(Algorithm with, boolean seal, byte[] head, byte[] nonce, byte[] input) {
        int version = Byte.toUnsignedInt(head[1]);
        var key = sealing.getOrDefault(with, Map.of()).get(version);
        if (key == null) {
            throw new IllegalStateException("Key version " + version + " is not on the ring");
        }
        try {
            return switch (with) {
                case AES -> aes(seal, key, head, nonce, input);
                case SM4 -> sm4(seal, key, head, nonce, input);
            };
        } catch (GeneralSecurityException | InvalidCipherTextException e) {
            throw new IllegalStateException("The sealed value is damaged", e);
        }
    }

    /// Looking an engine up costs more than a short value does, so they are used again; each by one thread at a time.
    private byte[] aes(boolean seal, byte[] key, byte[] head, byte[] nonce, byte[] input)
            throws GeneralSecurityException {
        var rested = idle.poll();
        var cipher = rested == null ? javax.crypto.Cipher.getInstance("AES/GCM/NoPadding") : rested;
        cipher.init(
                seal ? javax.crypto.Cipher.ENCRYPT_MODE : javax.crypto.Cipher.DECRYPT_MODE,
                new SecretKeySpec(key, "AES"),
                new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(head);
        var output = cipher.doFinal(input);
        idle.add(cipher);
        return output;
    }

    private static byte[] sm4(boolean seal, byte[] key, byte[] head, byte[] nonce, byte[] input)
            throws InvalidCipherTextException {
        var cipher = GCMBlockCipher.newInstance(new SM4Engine());
        cipher.init(seal, new AEADParameters(new KeyParameter(key), TAG_BITS, nonce, head));
        var output = new byte[cipher.getOutputSize(input.length)];
        int written = cipher.processBytes(input, 0, input.length, output, 0);
        written += cipher.doFinal(output, written);
        return written == output.length ? output : Arrays.copyOf(output, written);
    }

    private byte[] hmacSha256(byte[] text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(blinding, "HmacSHA256"));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }

    private byte[] hmacSm3(byte[] text) {
        var mac = new HMac(new SM3Digest());
        mac.init(new KeyParameter(blinding));
        mac.update(text, 0, text.length);
        var digest = new byte[mac.getMacSize()];
        mac.doFinal(digest, 0);
        return digest;
    }
}
