package org.huying.gateway.open311;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.huying.access.KeyPlace;
import org.huying.problem.Problem;
import org.huying.problem.ProblemException;
import org.huying.problem.ProblemWriter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/// Reads what was sent before anybody asks who sends it: the key is one of its fields. Forms are read by ourselves, so that
/// nothing in one can break the server's own reading of it. XML is not read at all.
@Configuration(proxyBeanMethods = false)
class SentForms {

    private static final int LARGEST = 2 * 1024 * 1024;
    private static final int LARGEST_FIELD = 64 * 1024;

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> open311Forms(ProblemWriter writer) {
        var registration = new FilterRegistrationBean<OncePerRequestFilter>(new Reading(writer));
        registration.addUrlPatterns(Asked.BASE + "/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
        return registration;
    }

    /// The field `api_key`, in what was sent or in the address.
    @Bean
    KeyPlace open311Key() {
        return request ->
                request.getRequestURI().startsWith(Asked.BASE + "/")
                        ? Asked.sent(request).first("api_key").or(() -> inAddress(request))
                        : Optional.empty();
    }

    private static Optional<String> inAddress(HttpServletRequest request) {
        var query = Objects.requireNonNullElse(request.getQueryString(), "");
        return query.contains("api_key")
                ? Form.urlencoded(query).first("api_key")
                : Optional.empty();
    }

    private static final class Reading extends OncePerRequestFilter {
        private final ProblemWriter writer;

        Reading(ProblemWriter writer) {
            this.writer = writer;
        }

        @Override
        protected void doFilterInternal(
                HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            if (request.getMethod().equals("POST")) {
                try {
                    request.setAttribute(Asked.SENT, read(request));
                } catch (ProblemException e) {
                    writer.write(request, response, e);
                    return;
                }
            }
            chain.doFilter(request, response);
        }

        private static Form read(HttpServletRequest request) {
            var type =
                    Objects.requireNonNullElse(request.getContentType(), "")
                            .toLowerCase(Locale.ROOT);
            try {
                if (type.isEmpty() || type.startsWith("application/x-www-form-urlencoded")) {
                    return Form.urlencoded(new String(body(request), StandardCharsets.UTF_8));
                }
                if (type.startsWith("application/json")) {
                    var body = body(request);
                    return body.length == 0 ? Form.EMPTY : Form.json(body);
                }
                if (type.startsWith("multipart/form-data")) {
                    return parts(request);
                }
            } catch (IOException | ServletException | IllegalStateException _) {
                throw Problem.UNREADABLE.with(
                        "内容读不完整，或者太大", "The body cannot be read as a whole, or is too large");
            }
            throw Problem.UNSUPPORTED_MEDIA.with(
                    "请用 application/x-www-form-urlencoded 或 multipart/form-data",
                    "Send application/x-www-form-urlencoded or multipart/form-data");
        }

        private static byte[] body(HttpServletRequest request) throws IOException {
            var body = request.getInputStream().readNBytes(LARGEST + 1);
            if (body.length > LARGEST) {
                throw Problem.TOO_LARGE.plain();
            }
            return body;
        }

        private static Form parts(HttpServletRequest request) throws IOException, ServletException {
            var pairs = new ArrayList<Map.Entry<String, String>>();
            var files = new ArrayList<byte[]>();
            for (var part : request.getParts()) {
                if (part.getSubmittedFileName() == null) {
                    pairs.add(
                            Map.entry(Objects.requireNonNullElse(part.getName(), ""), text(part)));
                } else if (part.getSize() > 0) {
                    files.add(part.getInputStream().readAllBytes());
                }
            }
            return Form.of(pairs, files);
        }

        private static String text(Part part) throws IOException {
            if (part.getSize() > LARGEST_FIELD) {
                throw Problem.TOO_LARGE.plain();
            }
            return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
