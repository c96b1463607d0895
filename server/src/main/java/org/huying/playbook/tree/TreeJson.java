package org.huying.playbook.tree;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A tree as JSON and back. The places travel beside it, by path, so that a stored version still knows its origins.
public final class TreeJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private TreeJson() {}

    public static JsonNode json(Tree tree) {
        return switch (tree) {
            case Tree.Scalar scalar -> scalar(scalar);
            case Tree.Listing(var parts, _) -> {
                ArrayNode array = JSON.arrayNode();
                parts.forEach(part -> array.add(json(part)));
                yield array;
            }
            case Tree.Mapping(var entries, _) -> {
                ObjectNode object = JSON.objectNode();
                entries.forEach((key, entry) -> object.set(key, json(entry.value())));
                yield object;
            }
        };
    }

    private static JsonNode scalar(Tree.Scalar scalar) {
        return switch (scalar.kind()) {
            case TEXT -> JSON.stringNode(scalar.text());
            case WHOLE -> JSON.numberNode(Long.parseLong(scalar.text()));
            case DECIMAL -> JSON.numberNode(new java.math.BigDecimal(scalar.text()));
            case FLAG -> JSON.booleanNode(scalar.text().equals("true"));
            case NOTHING -> JSON.nullNode();
        };
    }

    /// JSON pointer → `file:line:column` of every value.
    public static Map<String, String> origins(Tree tree) {
        var origins = new LinkedHashMap<String, String>();
        collect("", tree, origins);
        return origins;
    }

    private static void collect(String pointer, Tree tree, Map<String, String> origins) {
        var spot = tree.spot();
        origins.put(pointer, spot.file() + ":" + spot.line() + ":" + spot.column());
        switch (tree) {
            case Tree.Scalar _ -> {}
            case Tree.Listing(var parts, _) -> {
                for (int i = 0; i < parts.size(); i++) {
                    collect(pointer + "/" + i, parts.get(i), origins);
                }
            }
            case Tree.Mapping(var entries, _) ->
                    entries.forEach((key, entry) ->
                            collect(pointer + "/" + escaped(key), entry.value(), origins));
        }
    }

    public static Tree tree(JsonNode json, Map<String, String> origins) {
        return tree("", json, origins);
    }

    private static Tree tree(String pointer, JsonNode json, Map<String, String> origins) {
        var spot = spot(origins.getOrDefault(pointer, "?:1:1"));
        if (json instanceof ObjectNode object) {
            Map<String, Tree.Entry> entries = new LinkedHashMap<>();
            object.properties()
                    .forEach(property -> {
                        var below = pointer + "/" + escaped(property.getKey());
                        var value = tree(below, property.getValue(), origins);
                        entries.put(property.getKey(), new Tree.Entry(value.spot(), value));
                    });
            return new Tree.Mapping(entries, spot);
        }
        if (json instanceof ArrayNode array) {
            var parts = new java.util.ArrayList<Tree>();
            for (var part : array) {
                parts.add(tree(pointer + "/" + parts.size(), part, origins));
            }
            return new Tree.Listing(parts, spot);
        }
        return new Tree.Scalar(json.isNull() ? "" : json.asString(), kind(json), spot, spot);
    }

    private static Tree.Kind kind(JsonNode json) {
        if (json.isNull()) {
            return Tree.Kind.NOTHING;
        }
        if (json.isBoolean()) {
            return Tree.Kind.FLAG;
        }
        if (json.isNumber()) {
            return json.isIntegralNumber() ? Tree.Kind.WHOLE : Tree.Kind.DECIMAL;
        }
        return Tree.Kind.TEXT;
    }

    private static Spot spot(String origin) {
        int column = origin.lastIndexOf(':');
        int line = origin.lastIndexOf(':', column - 1);
        return new Spot(
                origin.substring(0, line),
                Integer.parseInt(origin.substring(line + 1, column)),
                Integer.parseInt(origin.substring(column + 1)));
    }

    private static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}
