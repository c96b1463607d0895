package org.huying.access.account;

import java.time.Instant;

/// What an authenticator app would show.
public final class TotpCodes {
    private TotpCodes() {}

    public static String code(String secret, Instant at) {
        return new Totp().code(secret, at);
    }
}
