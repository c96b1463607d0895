package org.huying.openapi;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.huying.openapi.SchemaKeys.TypeKey;

/// What the schemas are called in the description: a type by its own name; where two have the same, each by the name of
/// what holds it before its own: the class around it, or its module. `Page<Line>` is `PageOfLine`. Pure.
final class SchemaNames {

    /// What says only that a class holds others.
    private static final Pattern HOLDER = Pattern.compile("(Controller|Requests|Views|View)$");

    private static final String ROOT = "org.huying.";

    private final Map<String, TypeKey> keys;
    private final Map<Class<?>, String> ofTypes = new HashMap<>();

    private SchemaNames(Map<String, TypeKey> keys) {
        this.keys = keys;
    }

    /// The names of the schemas that are called `used` so far. Throws `IllegalStateException` where two would still have
    /// the same.
    static Map<String, String> of(Collection<String> used, Map<String, TypeKey> keys) {
        var names = new SchemaNames(keys);
        names.nameTypes(used);
        var found = new TreeMap<String, String>();
        var taken = new HashMap<String, String>();
        for (var key : used) {
            var name = names.of(key);
            var other = taken.put(name, key);
            if (other != null) {
                throw new IllegalStateException(
                        "Two schemas would be called %s: %s and %s".formatted(name, other, key));
            }
            found.put(key, name);
        }
        return found;
    }

    private void nameTypes(Collection<String> used) {
        var types = new ArrayList<Class<?>>();
        used.forEach(key -> collect(key, types));
        types.stream()
                .distinct()
                .collect(Collectors.groupingBy(Class::getSimpleName))
                .forEach((name, same) -> name(name, same));
    }

    private void collect(String key, List<Class<?>> into) {
        var known = keys.get(key);
        if (known != null) {
            into.add(known.type());
            known.arguments().forEach(argument -> collect(argument, into));
        }
    }

    private void name(String name, List<Class<?>> same) {
        for (var type : same) {
            ofTypes.put(type, same.size() == 1 ? name : holder(type) + name);
        }
    }

    /// A name that was given by hand stays.
    private String of(String key) {
        var known = keys.get(key);
        if (known == null) {
            return key;
        }
        var name = ofTypes.getOrDefault(known.type(), known.type().getSimpleName());
        return known.arguments().isEmpty()
                ? name
                : name
                        + "Of"
                        + known.arguments().stream()
                                .map(this::of)
                                .map(SchemaNames::capital)
                                .collect(Collectors.joining("And"));
    }

    private static String holder(Class<?> type) {
        var around = type.getEnclosingClass();
        var name = around == null ? "" : HOLDER.matcher(around.getSimpleName()).replaceFirst("");
        return name.isEmpty() ? module(type) : name;
    }

    private static String module(Class<?> type) {
        var name = type.getName();
        var inside = name.startsWith(ROOT) ? name.substring(ROOT.length()) : name;
        return capital(inside.substring(0, inside.indexOf('.')));
    }

    private static String capital(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
