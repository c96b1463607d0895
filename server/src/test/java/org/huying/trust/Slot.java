package org.huying.trust;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Size;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.core.ResolvableType;

/// One place in a body that something can be written to: a field, however deep it stands.
///
/// @param path as problem documents name it: `items[0].name`
/// @param most how many elements a list may have; empty when it says nothing
record Slot(String path, Class<?> type, Optional<Integer> most) {
    private static final int DEEPEST = 5;

    /// Every field of a body, the fields of its fields, and those of the elements of its lists.
    static List<Slot> of(Class<?> body) {
        var slots = new ArrayList<Slot>();
        collect(body, "", 0, slots);
        return slots;
    }

    /// What the field is called in JSON.
    static String name(RecordComponent component) {
        var named = component.getAccessor().getAnnotation(JsonProperty.class);
        return named == null || named.value().isEmpty() ? component.getName() : named.value();
    }

    /// The type inside of an optional.
    static ResolvableType type(RecordComponent component) {
        var type = ResolvableType.forType(component.getGenericType());
        return type.toClass() == Optional.class ? type.getGeneric(0) : type;
    }

    static boolean list(Class<?> type) {
        return Iterable.class.isAssignableFrom(type);
    }

    private static void collect(Class<?> body, String prefix, int depth, List<Slot> slots) {
        if (depth > DEEPEST) {
            throw new IllegalStateException("Too deep to be a body: " + prefix);
        }
        for (var component : body.getRecordComponents()) {
            var path = prefix + name(component);
            var type = type(component);
            var size = component.getAccessor().getAnnotation(Size.class);
            slots.add(new Slot(path, type.toClass(), Optional.ofNullable(size).map(Size::max)));
            var inner = list(type.toClass()) ? type.getGeneric(0).toClass() : type.toClass();
            if (inner.isRecord() && Plausible.plain(inner).isEmpty()) {
                var below = list(type.toClass()) ? path + "[0]." : path + ".";
                collect(inner, below, depth + 1, slots);
            }
        }
    }
}
