package org.huying.trust;

import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// An endpoint of the program with everything a caller may fill in, read from the handler itself.
///
/// @param accepts the content type to send to it
/// @param query names and types of the parameters in the address
/// @param body the record that the body becomes
record Endpoint(
        String method,
        String pattern,
        String accepts,
        Map<String, Class<?>> query,
        Optional<Class<?>> body) {

    private static final DefaultParameterNameDiscoverer NAMES =
            new DefaultParameterNameDiscoverer();

    /// All of ours: the error page and the description of the API are not.
    static List<Endpoint> all(RequestMappingHandlerMapping mappings) {
        var endpoints = new ArrayList<Endpoint>();
        mappings.getHandlerMethods()
                .forEach((info, handler) -> {
                    if (!ours(handler)) {
                        return;
                    }
                    var type =
                            info.getConsumesCondition().getConsumableMediaTypes().stream()
                                    .findFirst()
                                    .map(Object::toString)
                                    .orElse("application/json");
                    for (var pattern : info.getPatternValues()) {
                        for (var method : info.getMethodsCondition().getMethods()) {
                            endpoints.add(
                                    new Endpoint(
                                            method.name(),
                                            pattern,
                                            type,
                                            query(handler.getMethod()),
                                            body(handler)));
                        }
                    }
                });
        return endpoints;
    }

    boolean takesJson() {
        return body.isPresent() && accepts.equals("application/json");
    }

    /// The names in braces.
    List<String> variables() {
        return java.util.regex.Pattern.compile("\\{([^}]+)}")
                .matcher(pattern)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    List<RecordComponent> fields() {
        return body.map(Class::getRecordComponents).stream().flatMap(Arrays::stream).toList();
    }

    @Override
    public String toString() {
        return method + " " + pattern;
    }

    private static boolean ours(HandlerMethod handler) {
        var name = handler.getBeanType().getName();
        return name.startsWith("org.huying.") && !name.startsWith("org.huying.problem.");
    }

    private static Optional<Class<?>> body(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters())
                .filter(parameter ->
                        parameter.hasParameterAnnotation(RequestBody.class)
                                || parameter.getParameterType() == InputStream.class)
                .<Class<?>>map(MethodParameter::getParameterType)
                .findFirst();
    }

    private static Map<String, Class<?>> query(Method method) {
        var query = new LinkedHashMap<String, Class<?>>();
        var names = NAMES.getParameterNames(method);
        for (int i = 0; i < method.getParameterCount(); i++) {
            var parameter = new MethodParameter(method, i);
            var type = ResolvableType.forMethodParameter(parameter);
            var named = parameter.getParameterAnnotation(RequestParam.class);
            if (named != null) {
                var own = named.name().isEmpty() && names != null ? names[i] : named.name();
                query.put(own, plain(type));
            } else if (annotations(parameter)
                            .noneMatch(it -> it == RequestBody.class || it == PathVariable.class)
                    && parameter.getParameterType().isRecord()
                    && annotations(parameter).anyMatch(it -> it.getSimpleName().equals("Valid"))) {
                for (var field : parameter.getParameterType().getRecordComponents()) {
                    query.put(
                            field.getName(), plain(ResolvableType.forType(field.getGenericType())));
                }
            }
        }
        return query;
    }

    private static Stream<Class<?>> annotations(MethodParameter parameter) {
        return MergedAnnotations.from(parameter.getParameterAnnotations()).stream()
                .map(found -> (Class<?>) found.getType());
    }

    /// What is inside of an optional or a list.
    private static Class<?> plain(ResolvableType type) {
        return type.hasGenerics() ? type.getGeneric(0).toClass() : type.toClass();
    }
}
