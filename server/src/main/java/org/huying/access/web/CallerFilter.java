package org.huying.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.huying.access.KeyPlace;
import org.huying.access.session.Sessions;
import org.huying.access.session.Token;
import org.huying.problem.Problem;
import org.huying.problem.ProblemException;
import org.huying.problem.ProblemWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.web.filter.OncePerRequestFilter;

/// Finds out who calls. A bearer token that is no good is refused; a cookie that is no good makes an anonymous caller,
/// because browsers keep sending it. Changes by cookie need the CSRF value of that session.
final class CallerFilter extends OncePerRequestFilter {
    static final String COOKIE = "huying_session";
    static final String CSRF = "X-CSRF-Token";
    private static final String BEARER = "Bearer ";

    private final Sessions sessions;
    private final ProblemWriter writer;
    private final List<KeyPlace> keys;

    CallerFilter(Sessions sessions, ProblemWriter writer, List<KeyPlace> keys) {
        this.sessions = sessions;
        this.writer = writer;
        this.keys = keys;
    }

    /// Programs that ask for a token prove themselves by a protocol of their own.
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith(OAuthController.BASE);
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return true;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            resolve(request);
        } catch (ProblemException e) {
            writer.write(request, response, e);
            return;
        } catch (DataAccessException e) {
            logger.warn("A session could not be looked up", e);
            writer.write(request, response, Problem.OVERLOADED.plain().retryAfter(1));
            return;
        }
        chain.doFilter(request, response);
    }

    private void resolve(HttpServletRequest request) {
        var authorization = request.getHeader("Authorization");
        if (authorization != null) {
            byBearer(request, authorization);
            return;
        }
        for (var place : keys) {
            var key = place.key(request);
            if (key.isPresent()) {
                byKey(request, key.get());
                return;
            }
        }
        var cookie = cookie(request);
        if (cookie != null) {
            byCookie(request, cookie);
        }
    }

    private void byBearer(HttpServletRequest request, String authorization) {
        if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw Problem.UNAUTHENTICATED.plain();
        }
        var session =
                Token.parse(authorization.substring(BEARER.length()).strip())
                        .flatMap(sessions::resolve)
                        .orElseThrow(Problem.UNAUTHENTICATED::plain);
        Signed.in(request, session);
    }

    private void byKey(HttpServletRequest request, String text) {
        Token.parse(text.strip())
                .filter(token -> token.kind() == Token.Kind.API)
                .flatMap(sessions::resolve)
                .ifPresent(session -> Signed.in(request, session));
    }

    private void byCookie(HttpServletRequest request, String value) {
        var session =
                Token.parse(value)
                        .filter(token -> token.kind() == Token.Kind.SESSION)
                        .flatMap(sessions::resolve);
        if (session.isEmpty()) {
            return;
        }
        var sent = Optional.ofNullable(request.getHeader(CSRF)).orElse("");
        if (!safe(request) && !equal(sent, session.get().token().csrf())) {
            throw Problem.CSRF_REFUSED.plain();
        }
        Signed.in(request, session.get());
    }

    static boolean safe(HttpServletRequest request) {
        return switch (request.getMethod()) {
            case "GET", "HEAD", "OPTIONS", "TRACE" -> true;
            default -> false;
        };
    }

    private static boolean equal(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable String cookie(HttpServletRequest request) {
        var cookies = request.getCookies();
        if (cookies != null) {
            for (var cookie : cookies) {
                if (cookie.getName().equals(COOKIE)) {
                    return cookie.getValue();
                }
            }
        }
        return null;
    }
}
