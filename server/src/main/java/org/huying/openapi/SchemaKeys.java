package org.huying.openapi;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What the schemas are called while the description is being made: every type by its whole name, so that none takes the
/// place of another that is called the same. [SchemaNames] gives them short names at the end. One for the process, as the
/// library keeps its converters.
final class SchemaKeys extends TypeNameResolver {

    static final SchemaKeys ALL = new SchemaKeys();

    /// A type, and what stands in its brackets if it is generic.
    record TypeKey(Class<?> type, List<String> arguments) {
        TypeKey {
            arguments = List.copyOf(arguments);
        }
    }

    private final Map<String, TypeKey> keys = new ConcurrentHashMap<>();

    private SchemaKeys() {}

    /// All types that were named so far, by key.
    Map<String, TypeKey> known() {
        return Map.copyOf(keys);
    }

    @Override
    protected String getNameOfClass(Class<?> type) {
        var key = type.getName().replaceAll("[.$]", "_");
        keys.putIfAbsent(key, new TypeKey(type, List.of()));
        return key;
    }

    @Override
    protected String nameForGenericType(JavaType type, Set<Options> options) {
        var raw = nameForClass(type, options);
        var arguments =
                IntStream.range(0, type.containedTypeCount())
                        .mapToObj(type::containedType)
                        .map(argument -> nameForType(argument, options))
                        .toList();
        var key = String.join("__", Stream.concat(Stream.of(raw), arguments.stream()).toList());
        keys.putIfAbsent(key, new TypeKey(type.getRawClass(), arguments));
        return key;
    }
}
