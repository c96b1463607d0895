package org.huying.fuzz;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// One operation as a description of the API has it.
///
/// @param bodies what may be sent, by content type: the media object with its schema, and examples or samples
record Operation(String method, String path, List<Input> inputs, Map<String, JsonNode> bodies) {

    /// A parameter.
    ///
    /// @param place `path`, `query` or `header`
    record Input(String name, String place, boolean needed, JsonNode schema) {}

    Operation {
        inputs = List.copyOf(inputs);
        bodies = Map.copyOf(bodies);
    }

    List<Input> at(String place) {
        return inputs.stream().filter(it -> it.place().equals(place)).toList();
    }

    /// The last word of the path that is no variable, before the given one where there is one.
    String noun(String variable) {
        int end = path.indexOf('{' + variable + '}');
        var before = end < 0 ? path : path.substring(0, end);
        var noun = "";
        for (var part : before.split("/", -1)) {
            if (!part.isEmpty() && !part.startsWith("{")) {
                noun = part;
            }
        }
        return noun;
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
