package org.huying.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.huying.access.Caller;
import org.huying.access.session.Session;
import org.huying.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Gives handlers their `Caller` (anonymous if nobody signed in) and, within this module, the `Session`.
final class SignedArguments implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        var type = parameter.getParameterType();
        return type == Caller.class || type == Session.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        var request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        return parameter.getParameterType() == Caller.class
                ? Signed.caller(request)
                : Signed.session(request).orElseThrow(Problem.UNAUTHENTICATED::plain);
    }
}
