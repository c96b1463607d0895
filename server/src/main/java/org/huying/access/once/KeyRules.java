package org.huying.access.once;

import java.util.Arrays;
import org.huying.access.OwnKey;
import org.huying.access.Unkeyed;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.method.HandlerMethod;

/// Which handlers have their answers kept: all but those that say why not and those that see to the key themselves.
public final class KeyRules {
    private KeyRules() {}

    public static boolean kept(HandlerMethod handler) {
        return !handler.hasMethodAnnotation(Unkeyed.class) && !own(handler);
    }

    /// Whether the handler reads `Idempotency-Key` itself.
    public static boolean own(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters())
                .anyMatch(parameter ->
                        parameter.getParameterType().isAnnotationPresent(OwnKey.class)
                                || readsKey(parameter));
    }

    private static boolean readsKey(MethodParameter parameter) {
        var header = parameter.getParameterAnnotation(RequestHeader.class);
        return header != null && header.value().equals(Once.HEADER);
    }
}
