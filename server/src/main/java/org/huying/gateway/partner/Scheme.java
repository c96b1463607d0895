package org.huying.gateway.partner;

import java.util.Arrays;
import java.util.Optional;

/// How messages are signed. The words stand in files and headers; add, never rename.
enum Scheme {
    HMAC_SHA256("hmac-sha256"),
    HMAC_SM3("hmac-sm3"),
    SM2("sm2");

    private final String word;

    Scheme(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    /// Both sides share one secret.
    boolean shared() {
        return switch (this) {
            case HMAC_SHA256, HMAC_SM3 -> true;
            case SM2 -> false;
        };
    }

    static Optional<Scheme> of(String word) {
        return Arrays.stream(values()).filter(it -> it.word.equals(word)).findFirst();
    }
}
