package org.huying.problem;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Reads [Seen] from the headers of a request.
@Configuration(proxyBeanMethods = false)
class SeenArguments implements WebMvcConfigurer, HandlerMethodArgumentResolver {
    private static final Pattern VERSION = Pattern.compile("\"(\\d{1,18})\"");

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Seen.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var match = request.getHeader(HttpHeaders.IF_MATCH);
        if (match == null) {
            if ("*".equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
                return new Seen(0);
            }
            throw Problem.VERSION_MISSING.plain();
        }
        var version = VERSION.matcher(match);
        if (!version.matches()) {
            throw Problem.UNREADABLE.with(
                    "If-Match 要写成带引号的版本号", "If-Match takes the quoted version");
        }
        return new Seen(Long.parseLong(version.group(1)));
    }
}
