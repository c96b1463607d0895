package org.huying.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/// What neither the web server nor the framework takes for a mistake of the caller, and the framework then fails at: escapes
/// that are none behind a `;` of the address, and a content type that says "any".
@Configuration(proxyBeanMethods = false)
class SoundRequests {

    private static final Pattern NO_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> soundRequestsOnly(ProblemWriter writer) {
        var registration = new FilterRegistrationBean<OncePerRequestFilter>(new Look(writer));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    private static final class Look extends OncePerRequestFilter {
        private final ProblemWriter writer;

        Look(ProblemWriter writer) {
            this.writer = writer;
        }

        @Override
        protected void doFilterInternal(
                HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            var unsound = unsound(request);
            if (unsound.isPresent()) {
                writer.write(request, response, unsound.get());
            } else {
                chain.doFilter(request, response);
            }
        }

        private static Optional<ProblemException> unsound(HttpServletRequest request) {
            if (NO_ESCAPE.matcher(request.getRequestURI()).find()) {
                return Optional.of(
                        Problem.UNREADABLE.with(
                                "地址里的百分号后面要有两位十六进制",
                                "A percent sign of the address needs two hexadecimal digits"));
            }
            var type = request.getContentType();
            return type != null && type.split(";", 2)[0].contains("*")
                    ? Optional.of(Problem.UNSUPPORTED_MEDIA.plain())
                    : Optional.empty();
        }
    }
}
