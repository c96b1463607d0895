package org.huying.trust;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huying.territory.TerritoryCode;

/// Values that are none of a type, and some that are.
final class Values {
    private static final Map<String, String> USUAL =
            Map.ofEntries(
                    Map.entry("datum", "cgcs2000"),
                    Map.entry("lon", "117.16"),
                    Map.entry("lat", "35.1"),
                    Map.entry("west", "117.1"),
                    Map.entry("east", "117.2"),
                    Map.entry("south", "35"),
                    Map.entry("north", "35.1"),
                    Map.entry("item", "street-lamp"),
                    Map.entry("q", "%E8%B7%AF%E7%81%AF"),
                    Map.entry("area", Hostility.REGION));

    private Values() {}

    /// JSON that is no value of the type.
    static List<String> wrong(Class<?> type) {
        if (type == String.class) {
            return List.of("7", "true", "[]", "{}", '"' + "长".repeat(100_000) + '"', "\"\\u0000\"");
        }
        if (type == Boolean.class || type == boolean.class) {
            return List.of("1", "\"true\"", "[]", "{}");
        }
        if (Slot.list(type)) {
            return List.of("7", "\"x\"", "{}", "[null]", "[[]]");
        }
        if (Map.class.isAssignableFrom(type)) {
            return List.of("7", "\"x\"", "[]");
        }
        return List.of("\"x\"", "[]", "1e999", "true", "-99999999999999999999");
    }

    static List<String> paths(String variable) {
        return variable.equals("region")
                ? List.of(
                        "abc",
                        "37048",
                        "3704811",
                        "%EF%BC%93%EF%BC%97%EF%BC%90%EF%BC%94%EF%BC%98%EF%BC%91",
                        "-70481",
                        "370481%27")
                : List.of(
                        "%27%20OR%201=1--",
                        "9".repeat(40),
                        "%E4%B8%AD%E6%96%87",
                        Hostility.NOBODY + "0",
                        "a".repeat(3_000));
    }

    /// Texts in an address that are no value of the type; `12`, a province, is a code.
    static List<String> queries(Class<?> type) {
        if (type == int.class
                || type == Integer.class
                || type == long.class
                || type == Long.class) {
            return List.of("-1", "99999999999999999999", "abc", "1.5");
        }
        if (type == double.class || type == Double.class || type == BigDecimal.class) {
            return List.of("NaN", "Infinity", "1e400", "-181", "abc");
        }
        if (type == UUID.class) {
            return List.of("zz", Hostility.NOBODY + "0", "%27");
        }
        if (type == OffsetDateTime.class) {
            return List.of("yesterday", "2026-13-01T00:00:00Z", "%2B999999999-12-31T23:59:59Z");
        }
        if (type == LocalDate.class) {
            return List.of("yesterday", "2026-02-30", "%2B999999999-12-31", "-999999999-01-01");
        }
        if (type == TerritoryCode.class) {
            return List.of("abc", "1", "9".repeat(40));
        }
        if (type == boolean.class || type == Boolean.class) {
            return List.of("perhaps");
        }
        return type.isEnum()
                ? List.of("NOPE")
                : type == String.class ? List.of("x".repeat(5_000)) : List.of();
    }

    /// What an address has to say of a parameter for the others to be looked at.
    static Optional<String> needed(String name, Endpoint.Parameter parameter) {
        var type = parameter.type();
        if (USUAL.containsKey(name)) {
            return Optional.of(USUAL.get(name));
        }
        return parameter.needed() || (type.isPrimitive() && type != boolean.class)
                ? Optional.of(usual(name, type))
                : Optional.empty();
    }

    static String usual(String name, Class<?> type) {
        return Optional.ofNullable(USUAL.get(name))
                .or(() -> Plausible.plain(type).map(it -> it.replace("\"", "").replace("+", "%2B")))
                .orElse("x");
    }

    static String shortened(String value) {
        return value.length() > 40 ? value.substring(0, 40) + "…" : value;
    }
}
