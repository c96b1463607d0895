package org.huying.access.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.huying.access.session.Token;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;

/// The answer to signing in: the token, or (with a cookie) only the value that changes must send in `X-CSRF-Token`.
@JsonInclude(JsonInclude.Include.NON_NULL)
record OpenedSession(@Nullable String token, String csrfToken) {

    static OpenedSession of(
            Token token, boolean cookie, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        if (!cookie) {
            return new OpenedSession(token.text(), token.csrf());
        }
        response.addHeader("Set-Cookie", cookie(token.text(), request).build().toString());
        return new OpenedSession(null, token.csrf());
    }

    static void forget(HttpServletRequest request, HttpServletResponse response) {
        response.addHeader("Set-Cookie", cookie("", request).maxAge(0).build().toString());
    }

    private static ResponseCookie.ResponseCookieBuilder cookie(
            String value, HttpServletRequest request) {
        return ResponseCookie.from(CallerFilter.COOKIE, value)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .path("/");
    }
}
