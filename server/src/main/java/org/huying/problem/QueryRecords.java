package org.huying.problem;

import jakarta.validation.Valid;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Makes a record of the parameters in an address, one component each, `null` where one is not given. The framework does
/// this too, and reads the annotations of the record's constructor anew each time: a fifth of the server's time in lists.
@Configuration(proxyBeanMethods = false)
class QueryRecords implements WebMvcConfigurer, HandlerMethodArgumentResolver {

    /// What there is to know of a record, found once.
    private record Shape(Constructor<?> constructor, List<MethodParameter> components) {

        static Shape of(Class<?> type) {
            var components = type.getRecordComponents();
            var types = new Class<?>[components.length];
            for (int i = 0; i < types.length; i++) {
                types[i] = components[i].getType();
            }
            try {
                var constructor = type.getDeclaredConstructor(types);
                var parameters = new ArrayList<MethodParameter>();
                for (int i = 0; i < types.length; i++) {
                    parameters.add(new Component(constructor, i, components[i].getName()));
                }
                return new Shape(constructor, List.copyOf(parameters));
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException("Every record has its canonical constructor", e);
            }
        }
    }

    private static final class Component extends MethodParameter {
        private final String name;

        Component(Constructor<?> constructor, int index, String name) {
            super(constructor, index);
            this.name = name;
        }

        @Override
        public String getParameterName() {
            return name;
        }
    }

    private final Map<Class<?>, Shape> shapes = new ConcurrentHashMap<>();

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().isRecord()
                && parameter.hasParameterAnnotation(Valid.class);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders)
            throws Exception {
        var factory = Objects.requireNonNull(binders);
        var name = String.valueOf(parameter.getParameterName());
        var shape = shapes.computeIfAbsent(parameter.getParameterType(), Shape::of);
        var reader = factory.createBinder(request, null, name);
        var values = values(shape, request, reader);
        refuse(reader, parameter);
        var made = BeanUtils.instantiateClass(shape.constructor(), values);
        var checker =
                factory.createBinder(
                        request, made, name, ResolvableType.forMethodParameter(parameter));
        checker.validate();
        refuse(checker, parameter);
        return made;
    }

    private static @Nullable Object[] values(
            Shape shape, NativeWebRequest request, WebDataBinder reader) {
        var values = new @Nullable Object[shape.components().size()];
        for (int i = 0; i < values.length; i++) {
            var component = shape.components().get(i);
            var name = String.valueOf(component.getParameterName());
            var given = request.getParameterValues(name);
            if (given != null) {
                values[i] = value(component, name, given, reader);
            }
        }
        return values;
    }

    private static @Nullable Object value(
            MethodParameter component, String name, String[] given, WebDataBinder reader) {
        try {
            return reader.convertIfNecessary(
                    given.length == 1 ? given[0] : given, component.getParameterType(), component);
        } catch (TypeMismatchException e) {
            e.initPropertyName(name);
            reader.getBindingResult().recordFieldValue(name, component.getParameterType(), given);
            reader.getBindingErrorProcessor()
                    .processPropertyAccessException(e, reader.getBindingResult());
            return null;
        }
    }

    private static void refuse(WebDataBinder binder, MethodParameter parameter)
            throws MethodArgumentNotValidException {
        if (binder.getBindingResult().hasErrors()) {
            throw new MethodArgumentNotValidException(parameter, binder.getBindingResult());
        }
    }
}
