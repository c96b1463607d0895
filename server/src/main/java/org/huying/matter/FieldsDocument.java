package org.huying.matter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a report carries beside its words, as the document that is stored: flags, whole numbers, texts and
/// lists of texts by key.
final class FieldsDocument {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private FieldsDocument() {}

    static @Nullable String write(Map<String, Object> fields) {
        return fields.isEmpty() ? null : JSON.writeValueAsString(fields);
    }

    static Map<String, Object> read(@Nullable String document) {
        var fields = new LinkedHashMap<String, Object>();
        if (document != null) {
            JSON.readTree(document).properties().forEach(it -> put(fields, it));
        }
        return fields;
    }

    private static void put(Map<String, Object> fields, Map.Entry<String, JsonNode> entry) {
        var value = entry.getValue();
        if (value.isBoolean()) {
            fields.put(entry.getKey(), value.asBoolean());
        } else if (value.isIntegralNumber()) {
            fields.put(entry.getKey(), value.asLong());
        } else if (value.isArray()) {
            var keys = new ArrayList<String>();
            value.forEach(it -> keys.add(it.asString("")));
            fields.put(entry.getKey(), List.copyOf(keys));
        } else {
            fields.put(entry.getKey(), value.asString(""));
        }
    }
}
