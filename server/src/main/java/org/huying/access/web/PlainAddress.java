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

/// Refuses addresses with a NUL in them: nothing of ours is called so, and no database stores it.
final class PlainAddress extends OncePerRequestFilter {
    private static final String NUL = "%00";

    private final ProblemWriter writer;

    PlainAddress(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getRequestURI().contains(NUL)
                || Objects.requireNonNullElse(request.getQueryString(), "").contains(NUL)) {
            writer.write(
                    request,
                    response,
                    Problem.UNREADABLE.with(
                            "地址里有不能用的字符", "The address has a character that cannot be used"));
            return;
        }
        chain.doFilter(request, response);
    }
}
