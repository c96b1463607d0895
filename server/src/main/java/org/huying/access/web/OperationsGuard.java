package org.huying.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.huying.problem.Problem;
import org.huying.problem.ProblemWriter;
import org.springframework.web.filter.OncePerRequestFilter;

/// The pages of operations are no handlers of ours: health is open, everything else asks for `ops:metrics:read`.
final class OperationsGuard extends OncePerRequestFilter {
    private static final String PERMISSION = "ops:metrics:read";

    private final ProblemWriter writer;

    OperationsGuard(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
        boolean health = path.equals("/actuator/health") || path.startsWith("/actuator/health/");
        return health || !(path.equals("/actuator") || path.startsWith("/actuator/"));
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (Signed.session(request).isEmpty()) {
            writer.write(request, response, Problem.UNAUTHENTICATED.plain());
        } else if (!Signed.caller(request).may(PERMISSION)) {
            writer.write(request, response, Problem.FORBIDDEN.plain());
        } else {
            chain.doFilter(request, response);
        }
    }
}
