package org.huying.client;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// A matter as a client saw it.
///
/// @param steps the acts the caller may take now, with the kinds of proof each needs
/// @param late the stages that ended past their limit
public record Seen(
        String region,
        UUID id,
        String number,
        int version,
        String state,
        boolean open,
        Optional<String> item,
        String area,
        Optional<UUID> unit,
        Optional<UUID> person,
        Optional<Instant> due,
        List<String> late,
        Instant changedAt,
        Optional<UUID> suggestion,
        Map<String, List<String>> steps) {

    static Seen of(JsonNode view) {
        var clock = view.path("clock");
        var steps = new LinkedHashMap<String, List<String>>();
        view.path("steps").forEach(it -> steps.put(text(it, "act"), texts(it.path("evidence"))));
        return new Seen(
                text(view, "region"),
                UUID.fromString(text(view, "id")),
                text(view, "number"),
                view.path("version").asInt(),
                text(view, "state"),
                view.path("open").asBoolean(),
                maybe(view.path("item"), "key"),
                text(view.path("area"), "code"),
                maybe(view.path("unit"), "id").map(UUID::fromString),
                maybe(view.path("unit"), "person").map(UUID::fromString),
                maybe(clock, "due").map(Seen::instant),
                texts(clock.path("late")),
                instant(text(view, "changedAt")),
                maybe(view.path("suggestion"), "unit").map(UUID::fromString),
                steps);
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }

    private static Optional<String> maybe(JsonNode node, String name) {
        return Optional.of(text(node, name)).filter(it -> !it.isEmpty());
    }

    private static List<String> texts(JsonNode array) {
        return array.values().stream().map(it -> it.asString("")).toList();
    }
}
