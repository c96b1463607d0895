package org.huying.gateway.open311;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huying.gateway.sending.Characters;
import org.huying.problem.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What was sent: fields by name, each perhaps more than once, and files. Reading one never fails but for what is no form
/// at all.
record Form(Map<String, List<String>> fields, List<byte[]> files) {

    static final Form EMPTY = new Form(Map.of(), List.of());

    private static final int MOST_FIELDS = 1_000;
    private static final int MOST_FILES = 9;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ATTRIBUTE = "attribute";

    /// Empty texts are as good as none.
    Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    /// What was sent under the name, or under `name[]`; without empty ones.
    List<String> all(String name) {
        var values = new ArrayList<>(fields.getOrDefault(name, List.of()));
        values.addAll(fields.getOrDefault(name + "[]", List.of()));
        values.removeIf(String::isBlank);
        return values;
    }

    /// The values of a list that is sent as several fields or with commas.
    List<String> listed(String name) {
        return all(name).stream()
                .flatMap(it -> Arrays.stream(it.split(",", -1)))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .toList();
    }

    /// `attribute[code]` and `attribute[code][]`, by code.
    Map<String, List<String>> attributes() {
        var attributes = new LinkedHashMap<String, List<String>>();
        fields.forEach((name, values) -> {
            if (name.startsWith(ATTRIBUTE + "[")) {
                int end = name.indexOf(']');
                var code = end < 0 ? "" : name.substring(ATTRIBUTE.length() + 1, end);
                if (!code.isEmpty()) {
                    values.stream()
                            .filter(it -> !it.isBlank())
                            .forEach(it ->
                                    attributes
                                            .computeIfAbsent(code, _ -> new ArrayList<>())
                                            .add(it));
                }
            }
        });
        return attributes;
    }

    Form and(Form other) {
        var both = new LinkedHashMap<String, List<String>>(fields);
        other.fields.forEach(both::putIfAbsent);
        var more = new ArrayList<>(files);
        more.addAll(other.files);
        return new Form(both, more);
    }

    static Form of(List<Map.Entry<String, String>> pairs, List<byte[]> files) {
        if (pairs.size() > MOST_FIELDS || files.size() > MOST_FILES) {
            throw Problem.TOO_LARGE.with(
                    "一次最多 %d 个字段、%d 张照片".formatted(MOST_FIELDS, MOST_FILES),
                    "At most %d fields and %d pictures at once".formatted(MOST_FIELDS, MOST_FILES));
        }
        var fields = new LinkedHashMap<String, List<String>>();
        for (var pair : pairs) {
            if (pair.getKey().indexOf('\0') >= 0 || pair.getValue().indexOf('\0') >= 0) {
                throw Problem.UNREADABLE.with(
                        "内容里有不能用的字符", "There is a character that cannot be used");
            }
            fields.computeIfAbsent(pair.getKey(), _ -> new ArrayList<>()).add(pair.getValue());
        }
        return new Form(fields, files);
    }

    /// `a=1&b=2`, in UTF-8. What is no proper escape stands for itself.
    static Form urlencoded(String text) {
        var pairs = new ArrayList<Map.Entry<String, String>>();
        for (var pair : text.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                pairs.add(
                        equals < 0
                                ? Map.entry(decoded(pair), "")
                                : Map.entry(
                                        decoded(pair.substring(0, equals)),
                                        decoded(pair.substring(equals + 1))));
            }
            if (pairs.size() > MOST_FIELDS) {
                break;
            }
        }
        return of(pairs, List.of());
    }

    private static String decoded(String text) {
        var bytes = new ByteArrayOutputStream(text.length());
        var source = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < source.length; i++) {
            int high = i + 2 < source.length ? Character.digit(source[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(source[i + 2], 16);
            if (source[i] == '%' && low >= 0) {
                bytes.write(high * 16 + low);
                i += 2;
            } else {
                bytes.write(source[i] == '+' ? ' ' : source[i]);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /// An object whose members are the fields; arrays are values sent several times, `attribute` may be an object.
    static Form json(byte[] body) {
        JsonNode root;
        try {
            root = JSON.readTree(body);
        } catch (JacksonException _) {
            throw Problem.UNREADABLE.with("JSON 有误", "The JSON is wrong");
        }
        if (!root.isObject()) {
            throw Problem.UNREADABLE.with("JSON 应为一个对象", "The JSON must be an object");
        }
        var pairs = new ArrayList<Map.Entry<String, String>>();
        root.properties()
                .forEach(it -> {
                    if (it.getKey().equals(ATTRIBUTE) && it.getValue().isObject()) {
                        it.getValue()
                                .properties()
                                .forEach(each ->
                                        put(
                                                pairs,
                                                ATTRIBUTE + "[" + each.getKey() + "]",
                                                each.getValue()));
                    } else {
                        put(pairs, it.getKey(), it.getValue());
                    }
                });
        return of(pairs, List.of());
    }

    private static void put(List<Map.Entry<String, String>> pairs, String name, JsonNode value) {
        if (value.isArray()) {
            value.forEach(each -> put(pairs, name, each));
        } else if (value.isValueNode() && !value.isNull()) {
            pairs.add(Map.entry(name, value.asString("")));
        } else if (value.isObject()) {
            throw Problem.UNREADABLE.with(
                    "字段 %s 不是一个值".formatted(Characters.clean(name)),
                    "The field %s is no value".formatted(Characters.clean(name)));
        }
    }
}
