package org.huying.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What the bodies of the most used operations look like, from `openapi/examples.json`.
final class Examples {

    private static final String FILE = "/openapi/examples.json";

    private Examples() {}

    /// The examples by `METHOD /path`.
    static Map<String, Object> all() {
        try (var file = Examples.class.getResourceAsStream(FILE)) {
            return read(Objects.requireNonNull(file, FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> read(InputStream file) {
        return JsonMapper.shared()
                .readValue(file, new TypeReference<LinkedHashMap<String, Object>>() {});
    }

    /// Throws `IllegalStateException` for an example of an operation that is not there.
    static void add(OpenAPI api) {
        all().forEach((operation, example) -> {
            var words = operation.split(" ", 2);
            add(operation, api.getPaths().get(words[1]), words[0], example);
        });
    }

    private static void add(String name, @Nullable PathItem path, String method, Object example) {
        var operation =
                path == null ? null : path.readOperationsMap().get(HttpMethod.valueOf(method));
        if (operation == null || operation.getRequestBody() == null) {
            throw new IllegalStateException("An example of what is not there: " + name);
        }
        operation
                .getRequestBody()
                .getContent()
                .values()
                .forEach(media -> media.setExample(example));
    }
}
