package org.huying.access.role;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huying.access.Caller;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// The file `access/roles.yaml`: every permission with its names, and the built-in roles. Refuses a role with a
/// permission that is not in the list.
record BuiltInRoles(List<Permission> permissions, Map<String, Role> roles) {

    static BuiltInRoles load() {
        try (var file = BuiltInRoles.class.getResourceAsStream("/access/roles.yaml")) {
            return read(Objects.requireNonNull(file, "access/roles.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static BuiltInRoles read(InputStream file) {
        Object document = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
        var root = map(document);
        var permissions = new ArrayList<Permission>();
        map(root.get("permissions"))
                .forEach((key, names) ->
                        permissions.add(
                                new Permission(key, texts(names).get(0), texts(names).get(1))));
        var known = permissions.stream().map(Permission::key).collect(Collectors.toSet());
        var roles = new LinkedHashMap<String, Role>();
        map(root.get("roles")).forEach((key, body) -> roles.put(key, role(key, map(body), known)));
        return new BuiltInRoles(List.copyOf(permissions), roles);
    }

    private static Role role(String key, Map<String, @Nullable Object> body, Set<String> known) {
        var permissions = Set.copyOf(texts(body.get("permissions")));
        if (!known.containsAll(permissions)) {
            throw new IllegalStateException("Role " + key + " has a permission that is not listed");
        }
        var names = texts(body.get("name"));
        return new Role(
                key,
                names.get(0),
                names.get(1),
                permissions,
                texts(body.get("holders")).stream()
                        .map(Caller.Kind::valueOf)
                        .collect(Collectors.toSet()),
                Boolean.TRUE.equals(body.get("second-factor")),
                Boolean.TRUE.equals(body.get("admin")),
                Boolean.TRUE.equals(body.get("sample-only")),
                Optional.ofNullable(body.get("sphere"))
                        .map(text -> Sphere.valueOf(text.toString())),
                true);
    }

    private static Map<String, @Nullable Object> map(@Nullable Object value) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        ((Map<?, ?>) Objects.requireNonNull(value))
                .forEach((key, each) -> map.put(String.valueOf(key), each));
        return map;
    }

    private static List<String> texts(@Nullable Object value) {
        return ((List<?>) Objects.requireNonNull(value))
                .stream().flatMap(BuiltInRoles::flat).map(String::valueOf).toList();
    }

    /// A list may hold another role's list and add to it.
    private static Stream<?> flat(Object value) {
        return value instanceof List<?> more ? more.stream() : Stream.of(value);
    }
}
