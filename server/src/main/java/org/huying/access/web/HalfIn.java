package org.huying.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.ResponseCookie;

/// The cookie of those whom a provider has proven and who still owe the code of their second factor.
final class HalfIn {
    private static final String COOKIE = "huying_half";
    private static final long SECONDS = 300;

    private HalfIn() {}

    static void keep(String ticket, HttpServletRequest request, HttpServletResponse response) {
        set(ticket, SECONDS, request, response);
    }

    static void forget(HttpServletRequest request, HttpServletResponse response) {
        set("", 0, request, response);
    }

    private static void set(
            String value, long seconds, HttpServletRequest request, HttpServletResponse response) {
        var cookie =
                ResponseCookie.from(COOKIE, value)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Strict")
                        .path(OutsideController.PATH)
                        .maxAge(seconds)
                        .build();
        response.addHeader("Set-Cookie", cookie.toString());
    }

    static Optional<String> ticket(HttpServletRequest request) {
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
