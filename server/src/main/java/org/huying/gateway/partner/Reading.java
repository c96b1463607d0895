package org.huying.gateway.partner;

import java.util.List;
import org.huying.problem.FieldError;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads JSON that others wrote. Bounded, and total.
final class Reading {

    private static final int DEEPEST = 16;
    private static final int LONGEST = 100_000;
    private static final JsonMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEEPEST)
                                                    .maxStringLength(LONGEST)
                                                    .build())
                                    .build())
                    .build();

    private Reading() {}

    /// An object; an empty one for anything else.
    static JsonNode object(String body) {
        try {
            var root = JSON.readTree(body);
            return root.isObject() ? root : JSON.createObjectNode();
        } catch (JacksonException _) {
            return JSON.createObjectNode();
        }
    }

    static Incoming message(String body, Mapping.In in) {
        try {
            var root = JSON.readTree(body);
            return root.isObject() ? Incoming.of(root, in) : unreadable();
        } catch (JacksonException _) {
            return unreadable();
        }
    }

    private static Incoming unreadable() {
        return new Incoming.Wrong(
                List.of(
                        new FieldError(
                                "", "unreadable", "应为一个 JSON 对象", "It must be a JSON object")));
    }
}
