package org.huying.client;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Takes matters of one region through the loop as one caller.
///
/// @param api the server as that caller
public record Loop(Api api, String region) {

    private static final String NOW = "Huying-Now";

    /// What came of a report.
    public record Reported(Seen matter, String secret, boolean repeated) {}

    /// Reports; `key` makes it the same report when it is sent twice. `at` is the recorded moment, where one is set.
    public Reported report(String key, Map<String, ?> body, Optional<Instant> at) {
        var answer =
                api.post("/api/v1/" + region + "/matters", present(body), headers(key, at))
                        .orThrow();
        return new Reported(
                Seen.of(answer.path("matter")),
                answer.path("trackingSecret").asString(""),
                answer.path("repeated").asBoolean());
    }

    /// Takes one step on the version that was seen.
    public Seen step(
            Seen matter, String act, String key, Map<String, ?> body, Optional<Instant> at) {
        var headers = headers(key, at);
        headers.put("If-Match", "\"" + matter.version() + "\"");
        return Seen.of(api.post(path(matter.id()) + "/" + act, present(body), headers).orThrow());
    }

    public Seen show(UUID id) {
        return Seen.of(api.get(path(id)).orThrow());
    }

    /// Uploads a picture and answers its id.
    public String picture(String name, byte[] jpeg) {
        return api.upload("/api/v1/" + region + "/attachments", name, "image/jpeg", jpeg)
                .orThrow()
                .path("id")
                .asString();
    }

    /// Uploads one picture for every kind of proof the step asks for. What was seen by somebody else, to whom the step is
    /// not offered, is looked at again.
    public List<Map<String, String>> evidence(Seen matter, String act, Pictures pictures) {
        var mine = matter.steps().containsKey(act) ? matter : show(matter.id());
        var proof = new ArrayList<Map<String, String>>();
        for (var kind : mine.steps().getOrDefault(act, List.of())) {
            var name = kind + ".jpg";
            proof.add(Map.of("kind", kind, "attachment", picture(name, pictures.of(kind))));
        }
        return proof;
    }

    /// Draws the picture for a kind of proof.
    public interface Pictures {
        byte[] of(String kind);
    }

    private String path(UUID id) {
        return "/api/v1/" + region + "/matters/" + id;
    }

    private static Map<String, String> headers(String key, Optional<Instant> at) {
        var headers = new HashMap<String, String>();
        headers.put("Idempotency-Key", key);
        at.ifPresent(it -> headers.put(NOW, it.toString()));
        return headers;
    }

    /// Absent optionals and nulls are left out.
    private static Map<String, Object> present(Map<String, ?> body) {
        var present = new LinkedHashMap<String, Object>();
        body.forEach((name, value) -> {
            var plain = plain(value);
            if (plain != null) {
                present.put(name, plain);
            }
        });
        return present;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return value instanceof Optional<?> maybe ? maybe.orElse(null) : value;
    }
}
