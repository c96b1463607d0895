package org.huying.gateway.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.ResponseCookie;

/// The cookie by which the browser that comes back is known to be the one that went. It comes along from another site, so
/// it cannot be as strict as that of a session; it is good for nothing else.
final class Browser {
    private static final String COOKIE = "huying_away";

    private Browser() {}

    static String fresh(HttpServletRequest request, HttpServletResponse response) {
        var value = Flows.random();
        set(value, Flows.AWAY, request, response);
        return value;
    }

    static void forget(HttpServletRequest request, HttpServletResponse response) {
        set("", Duration.ZERO, request, response);
    }

    private static void set(
            String value,
            Duration lasts,
            HttpServletRequest request,
            HttpServletResponse response) {
        var cookie =
                ResponseCookie.from(COOKIE, value)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .path("/sign-in")
                        .maxAge(lasts)
                        .build();
        response.addHeader("Set-Cookie", cookie.toString());
    }

    static Optional<String> of(HttpServletRequest request) {
        var cookies = request.getCookies();
        if (cookies != null) {
            for (var cookie : cookies) {
                if (cookie.getName().equals(COOKIE)) {
                    return Optional.of(cookie.getValue());
                }
            }
        }
        return Optional.empty();
    }
}
