package org.huying.trust;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.huying.territory.TerritoryCode;
import org.springframework.core.ResolvableType;

/// Bodies that could be right: every field is there, of its type and within its bounds. What is wrong with one of them is
/// then only what was made wrong on purpose.
final class Plausible {
    private static final List<String> WORDS =
            List.of(
                    "路灯不亮",
                    "street-lamp",
                    "street_lamp",
                    Hostility.REGION,
                    Hostility.REGION + "001",
                    "13800138000",
                    "123456",
                    "2026-03-02",
                    "30 min",
                    "Long-enough-1!",
                    Hostility.NOBODY);

    private static final Map<Class<?>, String> VALUES =
            Map.ofEntries(
                    Map.entry(UUID.class, '"' + Hostility.NOBODY + '"'),
                    Map.entry(TerritoryCode.class, '"' + Hostility.REGION + "001\""),
                    Map.entry(LocalDate.class, "\"2026-03-02\""),
                    Map.entry(LocalTime.class, "\"09:00\""),
                    Map.entry(OffsetDateTime.class, "\"2026-03-02T09:00:00+08:00\""),
                    Map.entry(Boolean.class, "true"),
                    Map.entry(boolean.class, "true"),
                    Map.entry(Integer.class, "1"),
                    Map.entry(int.class, "1"),
                    Map.entry(Long.class, "1"),
                    Map.entry(long.class, "1"),
                    Map.entry(Double.class, "35.1"),
                    Map.entry(double.class, "35.1"),
                    Map.entry(BigDecimal.class, "35.1"));

    private Plausible() {}

    /// The value of a type that is one JSON value; empty for records, lists and texts.
    static Optional<String> plain(Class<?> type) {
        if (type.isEnum()) {
            return Optional.of('"' + String.valueOf(type.getEnumConstants()[0]) + '"');
        }
        return Optional.ofNullable(VALUES.get(type));
    }

    static String body(Class<?> body) {
        return object(body, "", "", "");
    }

    /// The same with `raw` standing at `path`.
    static String with(Class<?> body, String path, String raw) {
        return object(body, "", path, raw);
    }

    /// The same with the field at `path` written twice.
    static String twice(Class<?> body, String path) {
        var name = path.substring(path.lastIndexOf('.') + 1);
        var value = at(body, path);
        return with(body, path, value + ",\"" + name + "\":" + value);
    }

    /// The same with so many elements in the list at `path`, all different in a set.
    static String crowded(Class<?> body, Slot slot, int elements) {
        var list = at(body, slot.path());
        var one = list.substring(1, list.length() - 1);
        boolean set = Set.class.isAssignableFrom(slot.type());
        var many =
                IntStream.range(0, elements)
                        .mapToObj(i -> set ? one.replaceFirst("\"$", i + "\"") : one)
                        .collect(Collectors.joining(","));
        return with(body, slot.path(), '[' + many + ']');
    }

    /// What stands at a path of a plausible body.
    private static String at(Class<?> body, String path) {
        var at = body;
        var prefix = "";
        for (var part : path.split("\\.", -1)) {
            var name = part.replace("[0]", "");
            var component =
                    Arrays.stream(at.getRecordComponents())
                            .filter(it -> Slot.name(it).equals(name))
                            .findFirst()
                            .orElseThrow();
            var type = Slot.type(component);
            prefix += part;
            if (prefix.equals(path)) {
                return value(type, component, path, "", "");
            }
            prefix += ".";
            at = Slot.list(type.toClass()) ? type.getGeneric(0).toClass() : type.toClass();
        }
        throw new IllegalArgumentException(path);
    }

    private static String object(Class<?> type, String prefix, String path, String raw) {
        return Arrays.stream(type.getRecordComponents())
                .map(component -> {
                    var here = prefix + Slot.name(component);
                    var value =
                            here.equals(path)
                                    ? raw
                                    : value(Slot.type(component), component, here, path, raw);
                    return '"' + Slot.name(component) + "\":" + value;
                })
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String value(
            ResolvableType type, RecordComponent component, String here, String path, String raw) {
        var plain = plain(type.toClass());
        if (plain.isPresent()) {
            return plain.get();
        }
        if (Slot.list(type.toClass())) {
            return '['
                    + value(type.getGeneric(0), component, here + "[0]", path, raw)
                    + others(type, component, here)
                    + ']';
        }
        if (Map.class.isAssignableFrom(type.toClass())) {
            return "{}";
        }
        return type.toClass().isRecord()
                ? object(type.toClass(), here + ".", path, raw)
                : '"' + (here.endsWith("]") ? "street-lamp" : word(component)) + '"';
    }

    /// Behind the first element of a list, as many more as it needs at least.
    private static String others(ResolvableType type, RecordComponent component, String here) {
        var size = component.getAccessor().getAnnotation(Size.class);
        int more = size == null || here.endsWith("]") ? 0 : Math.max(0, size.min() - 1);
        return (',' + value(type.getGeneric(0), component, here + "[0]", "", "")).repeat(more);
    }

    private static String word(RecordComponent component) {
        var pattern = component.getAccessor().getAnnotation(Pattern.class);
        var size = component.getAccessor().getAnnotation(Size.class);
        return WORDS.stream()
                .filter(it -> pattern == null || it.matches(pattern.regexp()))
                .filter(it ->
                        size == null || (it.length() >= size.min() && it.length() <= size.max()))
                .findFirst()
                .orElse("x");
    }
}
