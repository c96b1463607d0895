package org.huying.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.huying.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;

/// What every request for a step carries beside its body, read from path and headers: about what (`region` and `id`), who
/// asks, the version seen (`If-Match`) and the request's own key. `If-Match` is required: nobody changes what they have
/// not seen.
public record Asking(String region, UUID id, Caller caller, int expected, Optional<UUID> key) {

    private static final Pattern REGION = Pattern.compile("[0-9]{6}");
    private static final Pattern VERSION = Pattern.compile("\"([0-9]{1,9})\"");

    /// Lets handlers take an argument of this type, made of what was asked.
    public static <T> HandlerMethodArgumentResolver as(Class<T> type, Function<Asking, T> made) {
        return new HandlerMethodArgumentResolver() {
            @Override
            public boolean supportsParameter(MethodParameter parameter) {
                return parameter.getParameterType() == type;
            }

            @Override
            public @Nullable Object resolveArgument(
                    MethodParameter parameter,
                    @Nullable ModelAndViewContainer container,
                    NativeWebRequest request,
                    @Nullable WebDataBinderFactory binder) {
                return made.apply(of(request));
            }
        };
    }

    private static Asking of(NativeWebRequest request) {
        var caller = Callers.of(request.getNativeRequest(HttpServletRequest.class));
        int version = version(request.getHeader(HttpHeaders.IF_MATCH));
        var key = RequestKey.of(caller, request.getHeader(RequestKey.HEADER));
        var region = variable(request, "region");
        if (!REGION.matcher(region).matches()) {
            throw Problem.NOT_FOUND.plain();
        }
        try {
            var id = UUID.fromString(variable(request, "id"));
            return new Asking(region, id, caller, version, key);
        } catch (IllegalArgumentException e) {
            throw Problem.NOT_FOUND.plain();
        }
    }

    private static String variable(NativeWebRequest request, String name) {
        return request.getAttribute(
                                        HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE,
                                        RequestAttributes.SCOPE_REQUEST)
                                instanceof Map<?, ?> variables
                        && variables.get(name) instanceof String value
                ? value
                : "";
    }

    private static int version(@Nullable String header) {
        if (header == null) {
            throw Problem.VERSION_MISSING.plain();
        }
        var match = VERSION.matcher(header);
        if (!match.matches()) {
            throw Problem.UNREADABLE.with(
                    "If-Match 要写成带引号的版本号", "If-Match takes the quoted version");
        }
        return Integer.parseInt(match.group(1));
    }
}
