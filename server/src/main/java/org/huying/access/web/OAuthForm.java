package org.huying.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.huying.access.machine.OAuthRefusal;
import org.huying.access.machine.OAuthRefusal.Kind;

/// What was sent to an endpoint of OAuth: a form in UTF-8, at most 8 KB, no parameter twice (RFC 6749 §3.2), and who sent
/// it, said in one way only (§2.3).
record OAuthForm(Map<String, String> fields, Optional<Client> client) {
    private static final int LARGEST = 8 * 1024;
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String BASIC = "Basic ";

    /// Who calls, as far as it says.
    record Client(String id, String secret) {
        /// Secrets never show up in logs.
        @Override
        public String toString() {
            return "Client";
        }
    }

    static OAuthForm of(HttpServletRequest request) {
        var fields = fields(request);
        var header = Optional.ofNullable(request.getHeader("Authorization"));
        boolean inBody = fields.containsKey("client_secret");
        if (header.isPresent() && inBody) {
            throw malformed("The client is proven in two ways");
        }
        var client =
                header.isPresent()
                        ? basic(header.get())
                        : inBody ? posted(fields) : Optional.<Client>empty();
        return new OAuthForm(Map.copyOf(fields), client);
    }

    private static Optional<Client> posted(Map<String, String> fields) {
        return Optional.ofNullable(fields.get("client_id"))
                .map(id -> new Client(id, fields.getOrDefault("client_secret", "")));
    }

    private static Optional<Client> basic(String header) {
        if (!header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return Optional.empty();
        }
        try {
            var decoded = Base64.getDecoder().decode(header.substring(BASIC.length()).strip());
            var text = new String(decoded, StandardCharsets.UTF_8);
            int colon = text.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(
                            new Client(
                                    decoded(text.substring(0, colon)),
                                    decoded(text.substring(colon + 1))));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Map<String, String> fields(HttpServletRequest request) {
        var type =
                Objects.requireNonNullElse(request.getContentType(), "").toLowerCase(Locale.ROOT);
        if (!type.startsWith(FORM)) {
            throw malformed("Send " + FORM);
        }
        var fields = new HashMap<String, String>();
        for (var pair : body(request).split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                var name = field(pair.substring(0, equals));
                var value = field(pair.substring(equals + 1));
                // a parameter without a value counts as left out (RFC 6749 §3.2)
                if (!value.isEmpty() && fields.put(name, value) != null) {
                    throw malformed("A parameter is there twice");
                }
            }
        }
        return fields;
    }

    private static String body(HttpServletRequest request) {
        try {
            var body = request.getInputStream().readNBytes(LARGEST + 1);
            if (body.length > LARGEST) {
                throw malformed("The form is too large");
            }
            return new String(body, StandardCharsets.UTF_8);
        } catch (IOException _) {
            throw malformed("The form cannot be read");
        }
    }

    private static String field(String text) {
        try {
            return decoded(text);
        } catch (IllegalArgumentException _) {
            throw malformed("The form cannot be read");
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    Optional<String> given(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    private static OAuthRefusal malformed(String description) {
        return new OAuthRefusal(Kind.INVALID_REQUEST, description);
    }
}
