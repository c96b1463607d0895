package org.huying.whistle;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.huying.access.Callers;
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

/// Reads [WhistleMove] from path and headers. `If-Match` is required: nobody changes what they have not seen.
final class WhistleMoveResolver implements HandlerMethodArgumentResolver {

    private static final Pattern REGION = Pattern.compile("[0-9]{6}");
    private static final Pattern VERSION = Pattern.compile("\"([0-9]{1,9})\"");

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == WhistleMove.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binder) {
        var caller = Callers.of(request.getNativeRequest(HttpServletRequest.class));
        var id = id(request);
        var version = version(request.getHeader(HttpHeaders.IF_MATCH));
        var key = RequestKey.of(caller, request.getHeader(RequestKey.HEADER));
        return new WhistleMove(id, caller, version, key);
    }

    @SuppressWarnings("unchecked")
    private static WhistleId id(NativeWebRequest request) {
        var path =
                (Map<String, String>)
                        request.getAttribute(
                                HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE,
                                RequestAttributes.SCOPE_REQUEST);
        var region = path == null ? "" : path.getOrDefault("region", "");
        var id = path == null ? "" : path.getOrDefault("id", "");
        if (!REGION.matcher(region).matches()) {
            throw Problem.NOT_FOUND.plain();
        }
        try {
            return new WhistleId(region, UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            throw Problem.NOT_FOUND.plain();
        }
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
