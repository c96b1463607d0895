package org.huying.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Calls the schemas by other names wherever they are named.
final class SchemaRefs {

    static final String REF = "#/components/schemas/";

    private final Map<String, String> names;
    private final Set<Schema<?>> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private SchemaRefs(Map<String, String> names) {
        this.names = names;
    }

    /// @param names the new names by the present ones
    static void rename(OpenAPI api, Map<String, String> names) {
        var refs = new SchemaRefs(names);
        var schemas = api.getComponents().getSchemas();
        var before = Map.copyOf(schemas);
        schemas.clear();
        before.forEach((name, schema) -> {
            refs.visit(schema);
            schemas.put(names.getOrDefault(name, name), schema);
        });
        api.getPaths().values().forEach(path -> path.readOperations().forEach(refs::visit));
    }

    private void visit(Operation operation) {
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(one -> visit(one.getSchema()));
        }
        if (operation.getRequestBody() != null) {
            visit(operation.getRequestBody().getContent());
        }
        if (operation.getResponses() != null) {
            operation.getResponses().values().forEach(one -> visit(one.getContent()));
        }
    }

    private void visit(@Nullable Content content) {
        if (content != null) {
            content.values().forEach(media -> visit(media.getSchema()));
        }
    }

    private void visit(@Nullable Schema<?> schema) {
        if (schema == null || !seen.add(schema)) {
            return;
        }
        var ref = schema.get$ref();
        if (ref != null && ref.startsWith(REF)) {
            var name = ref.substring(REF.length());
            schema.set$ref(REF + names.getOrDefault(name, name));
        }
        visit(schema.getItems());
        visitAll(schema.getProperties() == null ? null : schema.getProperties().values());
        visitAll(schema.getAllOf());
        visitAll(schema.getAnyOf());
        visitAll(schema.getOneOf());
        visitAll(schema.getAdditionalProperties() instanceof Schema<?> more ? List.of(more) : null);
    }

    private void visitAll(@Nullable Collection<?> schemas) {
        if (schemas != null) {
            schemas.forEach(one -> visit((Schema<?>) one));
        }
    }
}
