package org.huying.replay;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huying.cli.Refusal;
import org.huying.client.Loop;
import tools.jackson.databind.JsonNode;

/// What replay asks of the register of organisations over HTTP.
final class Remote {

    private static final int SHOWN = 40;

    private Remote() {}

    /// The ids of the units of the records, which are made where they are missing and the token may do that.
    static Map<String, UUID> units(Loop loop, ReplayMap map, List<Recorded> records) {
        var wanted = Recorded.units(records);
        if (map.units().create()) {
            var bodies = new ArrayList<Map<String, String>>();
            wanted.values()
                    .forEach(it ->
                            bodies.add(
                                    Map.of(
                                            "key",
                                            it.key(),
                                            "name",
                                            it.name(),
                                            "kind",
                                            it.kind(),
                                            "anchor",
                                            map.place())));
            var answer =
                    loop.api()
                            .post(
                                    "/api/v1/" + loop.region() + "/organisations/import",
                                    Map.of("items", bodies),
                                    Map.of("Idempotency-Key", "replay:" + map.source()));
            if (answer.ok()) {
                return ids(answer.body().path("ids"));
            }
        }
        var ids = registered(loop);
        var missing = wanted.keySet().stream().filter(it -> !ids.containsKey(it)).toList();
        if (!missing.isEmpty()) {
            throw Refusal.because(
                    "没有这些单位，令牌也不能新建 these units are missing and the token may not make them: "
                            + missing);
        }
        return ids;
    }

    private static Map<String, UUID> registered(Loop loop) {
        var ids = new HashMap<String, UUID>();
        var after = "";
        do {
            var page =
                    loop.api()
                            .get("/api/v1/" + loop.region() + "/organisations?limit=1000" + after)
                            .orThrow();
            page.path("items")
                    .forEach(it ->
                            ids.put(
                                    it.path("key").asString(""),
                                    UUID.fromString(it.path("id").asString(""))));
            var next = page.path("next").asString("");
            after =
                    next.isEmpty()
                            ? ""
                            : "&after=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
        } while (!after.isEmpty());
        return ids;
    }

    private static Map<String, UUID> ids(JsonNode node) {
        var ids = new LinkedHashMap<String, UUID>();
        node.properties()
                .forEach(it -> ids.put(it.getKey(), UUID.fromString(it.getValue().asString())));
        return ids;
    }

    /// Bodies that are probably one under two spellings, as a text for people.
    static String duplicates(Loop loop) {
        var answer = loop.api().get("/api/v1/" + loop.region() + "/organisations/duplicates");
        if (!answer.ok()) {
            return "";
        }
        var pairs = answer.body().isArray() ? answer.body() : answer.body().path("items");
        var text = new StringBuilder("\n疑似重复的单位 probable duplicates: " + pairs.size() + "\n");
        pairs.values().stream()
                .limit(SHOWN)
                .forEach(it ->
                        text.append(
                                "  %s ≈ %s  %.2f %s%n"
                                        .formatted(
                                                it.path("one").path("name").asString(""),
                                                it.path("other").path("name").asString(""),
                                                it.path("score").asDouble(),
                                                it.path("reason").asString(""))));
        return text.toString();
    }
}
