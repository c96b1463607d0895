package org.huying.gateway.partner;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The header that proves who sends a message, and that it is fresh: `t=<seconds>,n=<nonce>,<scheme>=<value>`.
///
/// @param seconds when it was signed, since 1970
/// @param nonce never the same twice
record Seal(long seconds, String nonce, Scheme scheme, String value) {

    static final String HEADER = "Huying-Signature";

    private static final int LONGEST = 600;
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");
    private static final Pattern NONCE = Pattern.compile("[A-Za-z0-9._-]{8,64}");
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9+/=_-]{16,400}");

    /// Total: empty for what is no such header.
    static Optional<Seal> of(String header) {
        if (header.length() > LONGEST) {
            return Optional.empty();
        }
        var parts = new LinkedHashMap<String, String>();
        for (var part : header.split(",", 8)) {
            int equals = part.indexOf('=');
            if (equals < 1) {
                return Optional.empty();
            }
            var name = part.substring(0, equals).strip().toLowerCase(Locale.ROOT);
            if (parts.put(name, part.substring(equals + 1).strip()) != null) {
                return Optional.empty();
            }
        }
        var seconds = Optional.ofNullable(parts.remove("t")).filter(it -> matches(SECONDS, it));
        var nonce = Optional.ofNullable(parts.remove("n")).filter(it -> matches(NONCE, it));
        if (seconds.isEmpty() || nonce.isEmpty() || parts.size() != 1) {
            return Optional.empty();
        }
        var last = parts.entrySet().iterator().next();
        return Scheme.of(last.getKey())
                .filter(_ -> matches(VALUE, last.getValue()))
                .map(it ->
                        new Seal(Long.parseLong(seconds.get()), nonce.get(), it, last.getValue()));
    }

    private static boolean matches(Pattern pattern, String text) {
        return pattern.matcher(text).matches();
    }

    String header() {
        return "t=%d,n=%s,%s=%s".formatted(seconds, nonce, scheme.word(), value);
    }

    /// What is signed: method, path, time and nonce, each on a line of its own, and then the body as it is sent.
    static String text(String method, String path, long seconds, String nonce, String body) {
        return method + "\n" + path + "\n" + seconds + "\n" + nonce + "\n" + body;
    }
}
