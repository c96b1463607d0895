package org.huying.trust;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.huying.territory.TerritoryCode;

/// What somebody sends who means no good, or whose program is broken.
///
/// @param what for people
/// @param address path and query, encoded
/// @param answers the statuses that are right
record Hostility(
        String what,
        Endpoint endpoint,
        String address,
        String contentType,
        String body,
        Set<Integer> answers) {
    static final String REGION = "370481";
    static final String NOBODY = "0190f5fe-0000-7000-8000-000000000001";

    private static final Set<Integer> MALFORMED = Set.of(400, 422);
    private static final Set<Integer> LOST = Set.of(400, 404, 415, 422);
    private static final Map<String, String> USUAL =
            Map.ofEntries(
                    Map.entry("datum", "cgcs2000"),
                    Map.entry("lon", "117.16"),
                    Map.entry("west", "117.1"),
                    Map.entry("east", "117.2"),
                    Map.entry("south", "35"),
                    Map.entry("item", "street-lamp"),
                    Map.entry("q", "%E8%B7%AF%E7%81%AF"),
                    Map.entry("area", REGION));

    /// Everything hostile that can be done to one endpoint.
    static List<Hostility> against(Endpoint endpoint) {
        var cases = new ArrayList<Hostility>();
        if (endpoint.takesJson()) {
            bodies(endpoint)
                    .forEach((what, body) -> cases.add(sent(endpoint, what, body, MALFORMED)));
            cases.add(sent(endpoint, "too deep", "[".repeat(5_000), Set.of(400, 413, 422)));
            cases.add(
                    sent(
                            endpoint,
                            "over the limit",
                            '"' + "a".repeat(limit(endpoint)) + '"',
                            Set.of(413)));
            cases.add(typed(endpoint, "text/plain"));
            cases.add(typed(endpoint, "application/xml"));
        } else if (endpoint.body().isPresent()) {
            cases.add(typed(endpoint, "image/png"));
        }
        for (var variable : endpoint.variables()) {
            for (var value : paths(variable)) {
                var address = path(endpoint).replaceFirst("\u0000" + variable + "\u0000", value);
                cases.add(at(endpoint, "path " + variable + "=" + value, filled(address), LOST));
            }
        }
        endpoint.query()
                .forEach((name, type) -> {
                    for (var value : queries(type)) {
                        var address = filled(path(endpoint)) + "?" + query(endpoint, name, value);
                        cases.add(
                                at(
                                        endpoint,
                                        "query " + name + "=" + shortened(value),
                                        address,
                                        MALFORMED));
                    }
                    if (type == String.class) {
                        var address =
                                filled(path(endpoint)) + "?" + query(endpoint, name, "%00%27;--");
                        cases.add(
                                at(
                                        endpoint,
                                        "query " + name + " with NUL",
                                        address,
                                        Set.of(200, 400, 404, 422)));
                    }
                });
        return cases;
    }

    private static int limit(Endpoint endpoint) {
        return (endpoint.pattern().endsWith("/import") ? 21 : 2) * 1024 * 1024;
    }

    private static Map<String, String> bodies(Endpoint endpoint) {
        var bodies = new LinkedHashMap<String, String>();
        bodies.put("no body", "");
        bodies.put("not JSON", "hello");
        bodies.put("cut off", "{\"a\":");
        bodies.put("two documents", "{} {}");
        bodies.put("an array", "[]");
        bodies.put("a number", "7");
        bodies.put("null", "null");
        bodies.put("a text", "\"x\"");
        bodies.put("an unknown field", "{\"nonsense\":1}");
        bodies.put("unknown and deep", "{\"x\":" + "[".repeat(60) + "]".repeat(60) + "}");
        for (var field : endpoint.fields()) {
            var name = field.getName();
            bodies.put(name + " twice", "{\"%1$s\":null,\"%1$s\":null}".formatted(name));
            for (var value : wrong(field.getType())) {
                bodies.put(name + "=" + shortened(value), "{\"%s\":%s}".formatted(name, value));
            }
        }
        return bodies;
    }

    /// JSON that is no value of the type.
    private static List<String> wrong(Class<?> type) {
        if (type == String.class) {
            return List.of("7", "true", "[]", "{}", '"' + "长".repeat(100_000) + '"');
        }
        if (type == Boolean.class || type == boolean.class) {
            return List.of("1", "\"true\"", "[]");
        }
        if (Iterable.class.isAssignableFrom(type)) {
            return List.of("7", "\"x\"", "{}", "[null]", "[[]]");
        }
        return List.of("\"x\"", "[]", "1e999", "true", "-99999999999999999999");
    }

    private static List<String> paths(String variable) {
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
                        "9".repeat(40), "%E4%B8%AD%E6%96%87", NOBODY + "0", "a".repeat(3_000));
    }

    private static List<String> queries(Class<?> type) {
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
            return List.of("zz", NOBODY + "0", "%27");
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

    private static Hostility sent(
            Endpoint endpoint, String what, String body, Set<Integer> answers) {
        return new Hostility(what, endpoint, usual(endpoint), endpoint.accepts(), body, answers);
    }

    private static Hostility typed(Endpoint endpoint, String contentType) {
        return new Hostility(
                contentType, endpoint, usual(endpoint), contentType, "{}", Set.of(415));
    }

    private static Hostility at(
            Endpoint endpoint, String what, String address, Set<Integer> answers) {
        return new Hostility(what, endpoint, address, endpoint.accepts(), "{}", answers);
    }

    private static String usual(Endpoint endpoint) {
        return filled(path(endpoint)) + "?" + query(endpoint, "", "");
    }

    /// The pattern with its variables marked.
    private static String path(Endpoint endpoint) {
        return endpoint.pattern().replace('{', '\u0000').replace('}', '\u0000');
    }

    private static String filled(String marked) {
        return marked.replace("\u0000region\u0000", REGION)
                .replaceAll("\u0000(code|area)\u0000", REGION)
                .replaceAll("\u0000[^\u0000]*\u0000", NOBODY);
    }

    private static String query(Endpoint endpoint, String hostile, String value) {
        var query = new ArrayList<String>();
        endpoint.query()
                .forEach((name, type) -> {
                    if (name.equals(hostile)) {
                        query.add(name + "=" + value);
                    } else if (USUAL.containsKey(name)) {
                        query.add(name + "=" + USUAL.get(name));
                    } else if (type == double.class || type == Double.class) {
                        query.add(name + "=35.1");
                    } else if (type == int.class) {
                        query.add(name + "=1");
                    }
                });
        return String.join("&", query);
    }

    private static String shortened(String value) {
        return value.length() > 40 ? value.substring(0, 40) + "…" : value;
    }
}
