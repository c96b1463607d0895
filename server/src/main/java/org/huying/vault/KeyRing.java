package org.huying.vault;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/// Master keys of 32 bytes by version 1…255. The highest version seals, every version opens, the lowest makes the blind
/// indexes (they must stay equal when the key is rotated).
final class KeyRing {
    private static final int LENGTH = 32;

    private final SortedMap<Integer, byte[]> keys;

    private KeyRing(SortedMap<Integer, byte[]> keys) {
        this.keys = Collections.unmodifiableSortedMap(keys);
    }

    static KeyRing fresh() {
        var key = new byte[LENGTH];
        new SecureRandom().nextBytes(key);
        return new KeyRing(new TreeMap<>(java.util.Map.of(1, key)));
    }

    /// Reads `BASE64` (version 1) or `1:BASE64 2:BASE64` (spaces, commas or lines between). Never quotes the text.
    static KeyRing parse(String text) {
        var keys = new TreeMap<Integer, byte[]>();
        for (var part : text.strip().split("[\\s,]+", -1)) {
            int colon = part.indexOf(':');
            int version = colon < 0 ? 1 : version(part.substring(0, colon));
            if (keys.put(version, decoded(part.substring(colon + 1))) != null) {
                throw new IllegalStateException("Key version " + version + " is given twice");
            }
        }
        return new KeyRing(keys);
    }

    private static int version(String text) {
        if (!text.matches("[1-9][0-9]{0,2}") || Integer.parseInt(text) > 255) {
            throw new IllegalStateException("A key version is a number from 1 to 255");
        }
        return Integer.parseInt(text);
    }

    private static byte[] decoded(String text) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException _) {
            throw new IllegalStateException("A key is not base64");
        }
        if (key.length != LENGTH) {
            throw new IllegalStateException("A key has 32 bytes, this one " + key.length);
        }
        return key;
    }

    String text() {
        return keys.entrySet().stream()
                .map(key -> key.getKey() + ":" + Base64.getEncoder().encodeToString(key.getValue()))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    Set<Integer> versions() {
        return keys.keySet();
    }

    int current() {
        return keys.lastKey();
    }

    int first() {
        return keys.firstKey();
    }

    /// A key for one purpose only (HKDF-SHA-256). Throws `IllegalStateException` when the version is not on the ring.
    byte[] derive(int version, String purpose, int length) {
        var key = keys.get(version);
        if (key == null) {
            throw new IllegalStateException("Key version " + version + " is not on the ring");
        }
        try {
            var info = purpose.getBytes(java.nio.charset.StandardCharsets.UTF_8);
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract().addIKM(key).thenExpand(info, length));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java 25 has HKDF", e);
        }
    }
}
