package org.huying.access.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/// The secret text that a caller carries: `370481.s<43 characters>` for a session, `370481.t…` for an API token, `370481.c…`
/// for the secret of a client and `370481.a…` for the short-lived token it gets. It
/// begins with the region, so that looking it up touches one shard; 256 random bits follow. Never stored: the database
/// knows its SHA-256 only.
public record Token(String region, Kind kind, String text) {

    /// What the token opens.
    public enum Kind {
        SESSION('s'),
        API('t'),
        /// Nothing by itself: a machine gets an access token for it.
        CLIENT('c'),
        /// The same as an API token, for an hour.
        ACCESS('a');

        private final char letter;

        Kind(char letter) {
            this.letter = letter;
        }
    }

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final int REGION = 6;
    private static final int LENGTH = REGION + 2 + 43;

    public static Token fresh(String region, Kind kind) {
        var secret = new byte[32];
        RANDOM.nextBytes(secret);
        return new Token(region, kind, region + "." + kind.letter + BASE64.encodeToString(secret));
    }

    /// Empty for anything that cannot be a token.
    public static Optional<Token> parse(String text) {
        if (text.length() != LENGTH || text.charAt(REGION) != '.') {
            return Optional.empty();
        }
        for (int i = 0; i < LENGTH; i++) {
            char c = text.charAt(i);
            boolean fits = i < REGION ? c >= '0' && c <= '9' : i == REGION || inAlphabet(c);
            if (!fits) {
                return Optional.empty();
            }
        }
        var region = text.substring(0, REGION);
        return switch (text.charAt(REGION + 1)) {
            case 's' -> Optional.of(new Token(region, Kind.SESSION, text));
            case 't' -> Optional.of(new Token(region, Kind.API, text));
            case 'c' -> Optional.of(new Token(region, Kind.CLIENT, text));
            case 'a' -> Optional.of(new Token(region, Kind.ACCESS, text));
            default -> Optional.empty();
        };
    }

    private static boolean inAlphabet(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '_';
    }

    /// What the database stores.
    public byte[] hash() {
        return sha256(text);
    }

    /// What a page must send back with every change when the token travels in a cookie; nobody can work out one from the
    /// other without the token.
    public String csrf() {
        return BASE64.encodeToString(sha256("csrf " + text)).substring(0, 32);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /// Tokens never show up in logs.
    @Override
    public String toString() {
        return region + "." + HexFormat.of().formatHex(hash(), 0, 4) + "…";
    }
}
