package org.huying.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.huying.problem.Problem;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/// Refuses an address that says the same parameter twice where one value is meant: nobody can tell which of them.
@Component
class Repeats implements HandlerInterceptor {
    private final DefaultParameterNameDiscoverer names = new DefaultParameterNameDiscoverer();
    private final Map<Method, Set<String>> several = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getQueryString() != null && handler instanceof HandlerMethod method) {
            request.getParameterMap()
                    .forEach((name, values) -> {
                        if (values.length > 1 && !several(method).contains(name)) {
                            throw Problem.UNREADABLE.with(
                                    "参数 %s 只能给一次".formatted(name),
                                    "The parameter %s can be given only once".formatted(name));
                        }
                    });
        }
        return true;
    }

    /// What may be given more than once.
    private Set<String> several(HandlerMethod handler) {
        return several.computeIfAbsent(
                handler.getMethod(),
                _ -> {
                    var found = new HashSet<String>();
                    for (var parameter : handler.getMethodParameters()) {
                        add(parameter, found);
                    }
                    return Set.copyOf(found);
                });
    }

    private void add(MethodParameter parameter, Set<String> found) {
        var type = parameter.getParameterType();
        var named = parameter.getParameterAnnotation(RequestParam.class);
        if (named != null && many(type)) {
            parameter.initParameterNameDiscovery(names);
            found.add(
                    named.name().isEmpty()
                            ? String.valueOf(parameter.getParameterName())
                            : named.name());
        } else if (type.isRecord()) {
            Arrays.stream(type.getRecordComponents())
                    .filter(component -> many(component.getType()))
                    .forEach(component -> found.add(component.getName()));
        }
    }

    private static boolean many(Class<?> type) {
        return type.isArray() || Iterable.class.isAssignableFrom(type);
    }
}
