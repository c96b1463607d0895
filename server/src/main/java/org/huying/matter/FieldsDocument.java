package org.huying.matter;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a report carries beside its words, as the document that is stored: flags, whole numbers and texts by key.
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
        } else {
            fields.put(entry.getKey(), value.asString(""));
        }
    }

    /// A whole number as requests spell it; empty for anything else.
    static @Nullable Long whole(Object value) {
        return switch (value) {
            case Integer number -> number.longValue();
            case Long number -> number;
            case BigInteger number when number.bitLength() < Long.SIZE -> number.longValue();
            default -> null;
        };
    }
}
