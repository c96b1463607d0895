package org.huying.gateway.channel;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// Says to a push service who speaks (RFC 8292): a token signed with ES256, good for twelve hours and for that service only.
final class Vapid {

    private static final Duration GOOD = Duration.ofHours(12);

    private Vapid() {}

    /// The header `Authorization`; empty where the keys are none.
    ///
    /// @param secret the private key, 32 bytes as base64url
    static Optional<String> header(URI endpoint, Means.Push push, String secret, Instant now) {
        var scalar = PushDevice.bytes(secret.strip()).filter(it -> it.length == 32);
        if (scalar.isEmpty()) {
            return Optional.empty();
        }
        var claims = new LinkedHashMap<String, Object>();
        claims.put("aud", endpoint.getScheme() + "://" + endpoint.getAuthority());
        claims.put("exp", now.plus(GOOD).getEpochSecond());
        claims.put("sub", push.subject());
        var head = json(Map.of("typ", "JWT", "alg", "ES256")) + "." + json(claims);
        try {
            var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(Curve.secret(scalar.get()));
            signature.update(head.getBytes(StandardCharsets.US_ASCII));
            var token = head + "." + text(signature.sign());
            return Optional.of("vapid t=" + token + ", k=" + push.key());
        } catch (GeneralSecurityException _) {
            return Optional.empty();
        }
    }

    private static String json(Map<String, Object> fields) {
        return text(
                JsonMapper.shared().writeValueAsString(fields).getBytes(StandardCharsets.UTF_8));
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
