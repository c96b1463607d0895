package org.huying.openapi;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Marks every record component as required, except where the code says that it may be missing; and refuses two types
/// under one name.
final class RequiredComponents implements ModelConverter {

    private final Map<String, String> types = new ConcurrentHashMap<>();

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        var schema = chain.next().resolve(type, context, chain);
        JavaType java = Json.mapper().constructType(type.getType());
        if (java != null && (java.getRawClass().isRecord() || java.getRawClass().isEnum())) {
            alone(schema, java);
        }
        if (java != null && java.getRawClass().isRecord()) {
            require(definition(schema, context), java.getRawClass());
        }
        return schema;
    }

    /// Throws where another type has the name already.
    private void alone(@Nullable Schema<?> schema, JavaType type) {
        if (schema != null && schema.get$ref() != null) {
            var other = types.putIfAbsent(schema.get$ref(), type.toCanonical());
            if (other != null && !other.equals(type.toCanonical())) {
                throw new IllegalStateException(
                        "%s would be both %s and %s"
                                .formatted(schema.get$ref(), other, type.toCanonical()));
            }
        }
    }

    private static @Nullable Schema<?> definition(
            @Nullable Schema<?> schema, ModelConverterContext context) {
        if (schema == null || schema.get$ref() == null) {
            return schema;
        }
        var name = schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1);
        return context.getDefinedModels().get(name);
    }

    private static void require(@Nullable Schema<?> schema, Class<?> type) {
        if (schema == null || schema.getProperties() == null) {
            return;
        }
        for (var component : type.getRecordComponents()) {
            var name = component.getName();
            boolean listed = schema.getRequired() != null && schema.getRequired().contains(name);
            if (schema.getProperties().containsKey(name) && !optional(component) && !listed) {
                schema.addRequiredItem(name);
            }
        }
    }

    private static boolean optional(RecordComponent component) {
        return component.getType() == Optional.class
                || component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
