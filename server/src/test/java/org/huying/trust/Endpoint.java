package org.huying.trust;

import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.huying.access.OwnKey;
import org.huying.access.once.KeyRules;
import org.huying.problem.Seen;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// An endpoint of the program with everything a caller may fill in, read from the handler itself.
///
/// @param accepts the content type to send to it
/// @param query names and types of the parameters in the address
/// @param body the record that the body becomes
/// @param keyed whether it goes by `Idempotency-Key`, its own way or with its answer kept
/// @param versioned whether it asks for the version seen
record Endpoint(
        String method,
        String pattern,
        String accepts,
        Map<String, Parameter> query,
        Optional<Class<?>> body,
        boolean keyed,
        boolean versioned) {

    /// @param many whether it may be given more than once
    /// @param needed whether nothing is looked at without it
    record Parameter(Class<?> type, boolean many, boolean needed) {}

    /// Protocols with refusals of their own, and tests of their own.
    private static final List<String> OWN =
            List.of("/open311/", "/oauth/", "/.well-known/", "/sign-in/");

    static final String FILES = "multipart/form-data";

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
                                    .orElse(files(handler) ? FILES : "application/json");
                    for (var pattern : info.getPatternValues()) {
                        if (OWN.stream().anyMatch(pattern::startsWith)) {
                            continue;
                        }
                        for (var method : info.getMethodsCondition().getMethods()) {
                            endpoints.add(
                                    new Endpoint(
                                            method.name(),
                                            pattern,
                                            type,
                                            query(handler.getMethod()),
                                            body(handler),
                                            keyed(handler),
                                            versioned(handler)));
                        }
                    }
                });
        return endpoints;
    }

    /// Read as JSON before anything else; bytes are read by the endpoint itself.
    boolean takesJson() {
        return body.filter(it -> it != byte[].class).isPresent()
                && accepts.equals("application/json");
    }

    /// The names in braces.
    List<String> variables() {
        return java.util.regex.Pattern.compile("\\{([^}]+)}")
                .matcher(pattern)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    List<Slot> slots() {
        return body.filter(Class::isRecord).map(Slot::of).orElse(List.of());
    }

    /// A body that could be right, or something that stands for one.
    String usual() {
        return body.filter(Class::isRecord).map(Plausible::body).orElse("{}");
    }

    boolean changes() {
        return !method.equals("GET");
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

    private static boolean files(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == MultipartFile.class);
    }

    private static boolean keyed(HandlerMethod handler) {
        return KeyRules.kept(handler) || KeyRules.own(handler);
    }

    private static boolean versioned(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters())
                .map(MethodParameter::getParameterType)
                .anyMatch(type -> type == Seen.class || type.isAnnotationPresent(OwnKey.class));
    }

    private static Map<String, Parameter> query(Method method) {
        var query = new LinkedHashMap<String, Parameter>();
        var names = NAMES.getParameterNames(method);
        for (int i = 0; i < method.getParameterCount(); i++) {
            var parameter = new MethodParameter(method, i);
            var type = ResolvableType.forMethodParameter(parameter);
            var named = parameter.getParameterAnnotation(RequestParam.class);
            if (named != null) {
                var own = named.name().isEmpty() && names != null ? names[i] : named.name();
                boolean needed =
                        named.required()
                                && named.defaultValue().equals(ValueConstants.DEFAULT_NONE)
                                && type.toClass() != Optional.class;
                query.put(own, plain(type, needed));
            } else if (annotations(parameter)
                            .noneMatch(it -> it == RequestBody.class || it == PathVariable.class)
                    && parameter.getParameterType().isRecord()
                    && annotations(parameter).anyMatch(it -> it.getSimpleName().equals("Valid"))) {
                for (var field : parameter.getParameterType().getRecordComponents()) {
                    query.put(
                            field.getName(),
                            plain(ResolvableType.forType(field.getGenericType()), false));
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
    private static Parameter plain(ResolvableType type, boolean needed) {
        boolean many = Slot.list(type.toClass()) || type.isArray();
        return new Parameter(
                type.hasGenerics() ? type.getGeneric(0).toClass() : type.toClass(), many, needed);
    }
}
