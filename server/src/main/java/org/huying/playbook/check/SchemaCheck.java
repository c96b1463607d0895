package org.huying.playbook.check;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.huying.playbook.tree.Spot;
import org.huying.playbook.tree.Tree;
import org.huying.playbook.tree.TreeJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Checks the shape of a document against a JSON Schema (2020-12): of playbooks against `playbooks/playbook.schema.json`.
public final class SchemaCheck {

    private static final SchemaCheck PLAYBOOK = of("/playbooks/playbook.schema.json");

    private final JsonNode document;
    private final Schema schema;

    private SchemaCheck(JsonNode document) {
        this.document = document;
        this.schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(document);
    }

    /// By another schema inside the program.
    public static SchemaCheck of(String resource) {
        return new SchemaCheck(read(resource));
    }

    public static void check(Tree tree, Findings findings) {
        PLAYBOOK.judge(tree, findings);
    }

    public void judge(Tree tree, Findings findings) {
        for (var error : schema.validate(TreeJson.json(tree))) {
            findings.add(finding(error, tree));
        }
    }

    private Finding finding(Error error, Tree tree) {
        var pointer = String.valueOf(error.getInstanceLocation());
        var found = Place.of(tree, pointer);
        return switch (String.valueOf(error.getKeyword())) {
            case "additionalProperties" -> unknownKey(error, found);
            case "required" ->
                    finding(
                            found,
                            "missing",
                            "缺少 `" + error.getProperty() + "`",
                            "`" + error.getProperty() + "` is missing");
            case "type" -> type(error, found);
            case "enum" -> choice(error, found);
            case "pattern" ->
                    finding(
                            found,
                            "bad-form",
                            "`" + found.text() + "` 的写法不对：" + message(error),
                            "`" + found.text() + "` is not written right: " + message(error));
            case "propertyNames" -> badName(error, found);
            default -> finding(found, "bad-value", "取值不对：" + message(error), message(error));
        };
    }

    private Finding unknownKey(Error error, Place place) {
        var key = String.valueOf(error.getProperty());
        var here = place.child(key);
        return new Finding(
                Finding.Severity.ERROR,
                "unknown-key",
                here.spot(),
                here.path(),
                "`" + key + "`：没有这个键",
                "`" + key + "`: no such key",
                Closest.to(key, siblings(error)));
    }

    private static Finding badName(Error error, Place place) {
        var key = error.getProperty() == null ? "" : error.getProperty();
        var here = key.isEmpty() ? place : place.child(key);
        return finding(
                here,
                "bad-key",
                "键应为小写英文字母、数字和短横线：" + key,
                "A key has small letters, digits and hyphens: " + key);
    }

    private static Finding type(Error error, Place place) {
        var wanted = error.getSchemaNode() == null ? "" : error.getSchemaNode().asString("");
        return switch (wanted) {
            case "string" -> type(place, "应为文字（数字请加引号）", "must be text (put numbers in quotes)");
            case "object" ->
                    type(place, "应为一组键值 { 键: 值 }", "must be keys and values { key: value }");
            case "array" -> type(place, "应为列表 [ … ]", "must be a list [ … ]");
            case "integer" -> type(place, "应为整数", "must be a whole number");
            case "number" -> type(place, "应为数字", "must be a number");
            case "boolean" -> type(place, "应为 true 或 false", "must be true or false");
            default -> type(place, "类型不对", "must be of type " + wanted);
        };
    }

    private static Finding type(Place place, String zh, String en) {
        return finding(place, "bad-type", zh, en);
    }

    private static Finding choice(Error error, Place place) {
        var words =
                error.getSchemaNode() == null
                        ? List.<String>of()
                        : error.getSchemaNode().valueStream().map(JsonNode::asString).toList();
        return new Finding(
                Finding.Severity.ERROR,
                "bad-choice",
                place.spot(),
                place.path(),
                "`%s`：只能是 %s".formatted(place.text(), String.join("、", words)),
                "`%s`: must be one of %s".formatted(place.text(), String.join(", ", words)),
                Closest.to(place.text(), words));
    }

    private static Finding finding(Place place, String code, String zh, String en) {
        return new Finding(
                Finding.Severity.ERROR, code, place.spot(), place.path(), zh, en, Optional.empty());
    }

    private static String message(Error error) {
        var message = String.valueOf(error.getMessage());
        return message.startsWith("/") || message.startsWith("$")
                ? message.substring(message.indexOf(' ') + 1)
                : message;
    }

    /// The keys that stand beside `additionalProperties` in the schema.
    private Collection<String> siblings(Error error) {
        var fragment = String.valueOf(error.getSchemaLocation());
        var pointer = fragment.substring(fragment.indexOf('#') + 1);
        var cut = pointer.lastIndexOf('/');
        if (cut < 0) {
            return List.of();
        }
        return document.at(pointer.substring(0, cut) + "/properties").propertyNames();
    }

    private static JsonNode read(String resource) {
        try (InputStream in = SchemaCheck.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing");
            }
            return JsonMapper.shared().readTree(in);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// A value found by its JSON pointer, as far as it exists.
    private record Place(Tree tree, Spot spot, String path) {

        static Place of(Tree root, String pointer) {
            var place = new Place(root, root.spot(), "");
            for (var token : pointer.split("/", -1)) {
                if (!token.isEmpty()) {
                    place = place.child(token.replace("~1", "/").replace("~0", "~"));
                }
            }
            return place;
        }

        Place child(String key) {
            return switch (tree) {
                case Tree.Mapping(var entries, _) -> {
                    var entry = entries.get(key);
                    var below = path.isEmpty() ? key : path + "." + key;
                    yield entry == null
                            ? new Place(tree, spot, below)
                            : new Place(entry.value(), entry.spot(), below);
                }
                case Tree.Listing(var parts, _) -> {
                    var part =
                            key.matches("\\d{1,6}") && Integer.parseInt(key) < parts.size()
                                    ? parts.get(Integer.parseInt(key))
                                    : tree;
                    yield new Place(part, part.spot(), path + "[" + key + "]");
                }
                case Tree.Scalar _ -> this;
            };
        }

        String text() {
            return tree instanceof Tree.Scalar scalar ? scalar.text() : "";
        }
    }
}
