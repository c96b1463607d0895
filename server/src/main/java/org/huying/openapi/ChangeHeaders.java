package org.huying.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.Arrays;
import org.huying.access.OwnKey;
import org.huying.access.Unkeyed;
import org.huying.problem.Seen;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;

/// The headers that handlers of changes read without naming them one by one.
final class ChangeHeaders {
    static final String KEY = "Idempotency-Key";

    private ChangeHeaders() {}

    static void add(Operation operation, HandlerMethod handler) {
        boolean own = takes(handler, type -> type.isAnnotationPresent(OwnKey.class));
        if (own || takes(handler, type -> type == Seen.class)) {
            header(operation, HttpHeaders.IF_MATCH, "the quoted version that was seen", true);
        }
        if (changes(handler) && !handler.hasMethodAnnotation(Unkeyed.class)) {
            header(operation, KEY, "the same key and request are carried out once", false);
        }
    }

    private static void header(Operation operation, String name, String says, boolean required) {
        var known = operation.getParameters();
        if (known != null && known.stream().anyMatch(one -> name.equals(one.getName()))) {
            return;
        }
        operation.addParametersItem(
                new Parameter()
                        .in("header")
                        .name(name)
                        .description(says)
                        .required(required)
                        .schema(new StringSchema()));
    }

    private static boolean takes(
            HandlerMethod handler, java.util.function.Predicate<Class<?>> type) {
        return Arrays.stream(handler.getMethod().getParameterTypes()).anyMatch(type);
    }

    private static boolean changes(HandlerMethod handler) {
        var mapping =
                MergedAnnotations.from(handler.getMethod(), SearchStrategy.TYPE_HIERARCHY)
                        .get(RequestMapping.class);
        return mapping.isPresent()
                && Arrays.stream(mapping.getEnumArray("method", RequestMethod.class))
                        .anyMatch(method -> method != RequestMethod.GET);
    }
}
