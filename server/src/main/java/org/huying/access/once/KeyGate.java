package org.huying.access.once;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/// Stands right before the handler of a keyed change, after it was decided that the caller may call it.
@Component
public class KeyGate implements HandlerInterceptor {
    private final Once once;
    private final Map<Method, Boolean> kept = new ConcurrentHashMap<>();

    KeyGate(Once once) {
        this.once = once;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        var call = KeyedCall.of(request);
        if (call.isEmpty()
                || !(handler instanceof HandlerMethod method)
                || !kept.computeIfAbsent(method.getMethod(), _ -> KeyRules.kept(method))) {
            return true;
        }
        return once.begin(request, call.get());
    }
}
