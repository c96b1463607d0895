package org.huying.trust;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What somebody sends who means no good, or whose program is broken. All but one thing of it could be right.
///
/// @param what for people
/// @param address path and query, encoded
/// @param headers in place of the usual ones; an empty one is left out
/// @param answers the statuses that are right
/// @param named what the refusal has to name, where that is known
record Hostility(
        String what,
        Endpoint endpoint,
        String address,
        Map<String, String> headers,
        String body,
        Set<Integer> answers,
        Optional<String> named) {
    static final String REGION = "370481";
    static final String NOBODY = "0190f5fe-0000-7000-8000-000000000001";

    private static final Set<Integer> WRONG = Set.of(400, 422);
    private static final String MANY = "2147483647";

    /// Everything hostile that can be done to one endpoint.
    static List<Hostility> against(Endpoint endpoint) {
        var cases = new ArrayList<Hostility>();
        if (endpoint.takesJson()) {
            bodies(endpoint, cases);
            fields(endpoint, cases);
        } else if (endpoint.body().isPresent()) {
            cases.add(typed(endpoint, "image/png"));
        }
        paths(endpoint, cases);
        queries(endpoint, cases);
        headers(endpoint, cases);
        return cases;
    }

    private static void bodies(Endpoint endpoint, List<Hostility> cases) {
        var bodies = new LinkedHashMap<String, String>();
        bodies.put("no body", "");
        bodies.put("not JSON", "hello");
        bodies.put("cut off", endpoint.usual().replaceAll("}$", ""));
        bodies.forEach((what, body) -> cases.add(sent(endpoint, what, body, Set.of(400))));
        var others = List.of("[]", "7", "null", "\"x\"", "true", "[".repeat(5_000));
        for (var other : others) {
            var what = "a body that is " + Values.shortened(other);
            cases.add(sent(endpoint, what, other, WRONG));
        }
        cases.add(sent(endpoint, "two documents", endpoint.usual() + " {}", WRONG));
        var large = '"' + "a".repeat(limit(endpoint)) + '"';
        cases.add(sent(endpoint, "over the limit", large, Set.of(413)));
        cases.add(typed(endpoint, "text/plain"));
        cases.add(typed(endpoint, "application/xml"));
        if (endpoint.slots().isEmpty()) {
            return;
        }
        var unknown = endpoint.usual().replaceFirst("\\{(?=.)", "{\"nonsense\":1,");
        cases.add(
                sent(endpoint, "an unknown field", unknown.replace(",}", "}"), Set.of(422))
                        .naming("nonsense"));
    }

    private static void fields(Endpoint endpoint, List<Hostility> cases) {
        var body = endpoint.body().orElseThrow();
        for (var slot : endpoint.slots()) {
            var twice = Plausible.twice(body, slot.path());
            cases.add(sent(endpoint, slot.path() + " twice", twice, Set.of(400)));
            for (var value : Values.wrong(slot.type())) {
                var what = slot.path() + "=" + Values.shortened(value);
                cases.add(
                        sent(endpoint, what, Plausible.with(body, slot.path(), value), WRONG)
                                .naming(slot.path()));
            }
            if (Slot.list(slot.type())) {
                int many = slot.most().map(most -> most + 1).orElse(100_001);
                cases.add(
                        sent(
                                        endpoint,
                                        slot.path() + " with " + many,
                                        Plausible.crowded(body, slot, many),
                                        Set.of(413, 422))
                                .naming(slot.path()));
            }
        }
    }

    private static void paths(Endpoint endpoint, List<Hostility> cases) {
        for (var variable : endpoint.variables()) {
            for (var value : Values.paths(variable)) {
                var address =
                        path(endpoint).replaceFirst("\u0000" + variable + "\u0000", value)
                                + "?"
                                + query(endpoint, "", "");
                cases.add(
                        at(
                                        endpoint,
                                        "path " + variable + "=" + Values.shortened(value),
                                        filled(address),
                                        Set.of(400, 404, 422))
                                .naming(variable));
            }
            var nul = path(endpoint).replaceFirst("\u0000" + variable + "\u0000", "a%00b");
            cases.add(at(endpoint, "NUL in " + variable, filled(nul), Set.of(400)));
        }
    }

    private static void queries(Endpoint endpoint, List<Hostility> cases) {
        endpoint.query()
                .forEach((name, parameter) -> {
                    for (var value : Values.queries(parameter.type())) {
                        cases.add(asked(endpoint, name, value, WRONG).naming(name));
                    }
                    cases.add(asked(endpoint, name, "%00%27;--", Set.of(400)));
                    if (!parameter.many() && !Values.queries(parameter.type()).isEmpty()) {
                        var usual = Values.usual(name, parameter.type());
                        var repeated = usual + "&" + name + "=" + usual;
                        cases.add(asked(endpoint, name, repeated, Set.of(400)).naming(name));
                    }
                });
    }

    private static void headers(Endpoint endpoint, List<Hostility> cases) {
        if (endpoint.versioned()) {
            cases.add(headed(endpoint, "If-Match", "", Set.of(428)));
            for (var value : List.of("1", "\"x\"", "W/\"1\"", "\"1\", \"2\"", "\"-1\"", "*")) {
                cases.add(headed(endpoint, "If-Match", value, Set.of(400)));
            }
            cases.add(headed(endpoint, "If-Match", '"' + MANY + MANY + '"', Set.of(400)));
        }
        if (endpoint.keyed() && endpoint.changes()) {
            for (var value : List.of("k".repeat(101), "two words", "钥匙")) {
                cases.add(headed(endpoint, "Idempotency-Key", value, Set.of(400)));
            }
        }
        if (endpoint.changes()) {
            cases.add(headed(endpoint, "Authorization", "Bearer " + "x".repeat(500), Set.of(401)));
        }
    }

    private static int limit(Endpoint endpoint) {
        return (endpoint.pattern().endsWith("/import") ? 21 : 2) * 1024 * 1024;
    }

    private static Hostility sent(
            Endpoint endpoint, String what, String body, Set<Integer> answers) {
        return new Hostility(
                what, endpoint, usual(endpoint), Map.of(), body, answers, Optional.empty());
    }

    private static Hostility typed(Endpoint endpoint, String contentType) {
        return headed(endpoint, "Content-Type", contentType, Set.of(415));
    }

    private static Hostility headed(
            Endpoint endpoint, String header, String value, Set<Integer> answers) {
        return new Hostility(
                header + ": " + Values.shortened(value),
                endpoint,
                usual(endpoint),
                Map.of(header, value),
                endpoint.usual(),
                answers,
                Optional.empty());
    }

    private static Hostility at(
            Endpoint endpoint, String what, String address, Set<Integer> answers) {
        return new Hostility(
                what, endpoint, address, Map.of(), endpoint.usual(), answers, Optional.empty());
    }

    private static Hostility asked(
            Endpoint endpoint, String name, String value, Set<Integer> answers) {
        return at(
                endpoint,
                "query " + name + "=" + Values.shortened(value),
                filled(path(endpoint)) + "?" + query(endpoint, name, value),
                answers);
    }

    private Hostility naming(String name) {
        return new Hostility(what, endpoint, address, headers, body, answers, Optional.of(name));
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
                .replaceAll("\u0000([xyz]|layer)\u0000", "1")
                .replaceAll("\u0000[^\u0000]*\u0000", NOBODY);
    }

    private static String query(Endpoint endpoint, String hostile, String value) {
        var query = new ArrayList<String>();
        endpoint.query()
                .forEach((name, parameter) -> {
                    if (name.equals(hostile)) {
                        query.add(name + "=" + value);
                    } else {
                        Values.needed(name, parameter)
                                .ifPresent(usual -> query.add(name + "=" + usual));
                    }
                });
        return String.join("&", query);
    }
}
