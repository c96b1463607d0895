package org.huying.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// Every operation of `docs/openapi.yaml`, and of `fuzz/beyond.yaml`: what is described by specifications of its own
/// (Open311, OAuth, sign-in), and bodies that the API takes as bytes.
final class Described {

    private static final Path API = Path.of("../docs/openapi.yaml");
    private static final Path BEYOND = Path.of("src/test/resources/fuzz/beyond.yaml");
    private static final int LONGEST = 8 << 20;

    private final Map<String, Operation> operations = new LinkedHashMap<>();
    private final JsonNode schemas;

    Described() {
        var api = read(API);
        schemas = api.at("/components/schemas");
        collect(api);
        collect(read(BEYOND));
    }

    List<Operation> operations() {
        return List.copyOf(operations.values());
    }

    /// What a reference stands for.
    JsonNode resolved(JsonNode schema) {
        var found = schema;
        while (found.has("$ref")) {
            var ref = found.path("$ref").asString();
            found = schemas.path(ref.substring(ref.lastIndexOf('/') + 1));
        }
        return found;
    }

    private static JsonNode read(Path file) {
        var options = new LoaderOptions();
        options.setCodePointLimit(LONGEST);
        try (var reader = Files.newBufferedReader(file)) {
            Object document = new Yaml(new SafeConstructor(options)).load(reader);
            return JsonMapper.shared().valueToTree(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// An operation that is there already keeps its parameters, and gets the other document's bodies.
    private void collect(JsonNode document) {
        document.path("paths")
                .properties()
                .forEach(path ->
                        path.getValue()
                                .properties()
                                .forEach(method -> {
                                    var found =
                                            operation(
                                                    method.getKey().toUpperCase(Locale.ROOT),
                                                    path.getKey(),
                                                    method.getValue());
                                    operations.merge(found.toString(), found, Described::both);
                                }));
    }

    private static Operation both(Operation known, Operation more) {
        return new Operation(known.method(), known.path(), known.inputs(), more.bodies());
    }

    private static Operation operation(String method, String path, JsonNode described) {
        var inputs = new ArrayList<Operation.Input>();
        described
                .path("parameters")
                .forEach(it ->
                        inputs.add(
                                new Operation.Input(
                                        it.path("name").asString(),
                                        it.path("in").asString(),
                                        it.path("required").asBoolean(false),
                                        it.path("schema"))));
        variables(path, inputs);
        var bodies = new LinkedHashMap<String, JsonNode>();
        described
                .at("/requestBody/content")
                .properties()
                .forEach(it -> bodies.put(it.getKey(), it.getValue()));
        return new Operation(method, path, inputs, bodies);
    }

    /// What stands in braces and is described nowhere.
    private static void variables(String path, List<Operation.Input> inputs) {
        for (var part : path.split("[{]", -1)) {
            int end = part.indexOf('}');
            var name = end < 0 ? "" : part.substring(0, end);
            if (!name.isEmpty() && inputs.stream().noneMatch(it -> it.name().equals(name))) {
                inputs.add(
                        new Operation.Input(
                                name, "path", true, JsonNodeFactory.instance.objectNode()));
            }
        }
    }
}
