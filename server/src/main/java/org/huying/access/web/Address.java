package org.huying.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.huying.access.session.Origin;

/// Where a request came from. Of an IPv6 address only the network counts (its first 64 bits): one household has
/// billions of the rest.
final class Address {
    private Address() {}

    static String of(HttpServletRequest request) {
        var address = Objects.requireNonNullElse(request.getRemoteAddr(), "unknown");
        if (address.indexOf(':') < 0 || address.contains("::")) {
            return address;
        }
        var parts = address.split(":", 5);
        return parts.length < 5
                ? address
                : String.join(":", parts[0], parts[1], parts[2], parts[3]);
    }

    static Origin origin(HttpServletRequest request) {
        return new Origin(
                of(request), Objects.requireNonNullElse(request.getHeader("User-Agent"), ""));
    }
}
