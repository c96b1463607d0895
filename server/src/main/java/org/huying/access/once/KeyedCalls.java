package org.huying.access.once;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/// Stands around every change that carries an `Idempotency-Key`: what is answered leaves only after the change and the
/// answer have been committed together.
public final class KeyedCalls extends OncePerRequestFilter {
    private final Once once;

    public KeyedCalls(Once once) {
        this.once = once;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(Once.HEADER) == null
                || switch (request.getMethod()) {
                    case "POST", "PUT", "PATCH", "DELETE" -> false;
                    default -> true;
                };
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var call = new KeyedCall(request, response);
        try {
            chain.doFilter(call, call.answer());
            once.finish(call);
        } finally {
            once.abandon(call);
            call.answer().copyBodyToResponse();
        }
    }
}
