package org.huying.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What stands in the address of a request: every variable of its path, and each field of an object read from the query by
/// its own name.
final class AddressParameters {
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    private AddressParameters() {}

    static void spell(OpenAPI api) {
        api.getPaths()
                .forEach((path, item) ->
                        item.readOperations()
                                .forEach(operation -> spell(path, operation, api.getComponents())));
    }

    private static void spell(String path, Operation operation, Components components) {
        var given = Optional.ofNullable(operation.getParameters()).orElse(List.of());
        var spelled = new ArrayList<>(variables(path, given));
        given.stream().flatMap(one -> fields(one, components)).forEach(spelled::add);
        operation.setParameters(spelled.isEmpty() ? null : spelled);
    }

    /// Those the handler takes from the path without naming them.
    private static List<Parameter> variables(String path, List<Parameter> given) {
        return VARIABLE.matcher(path)
                .results()
                .map(found -> found.group(1))
                .filter(name ->
                        given.stream()
                                .noneMatch(one ->
                                        "path".equals(one.getIn()) && name.equals(one.getName())))
                .map(name ->
                        new Parameter()
                                .in("path")
                                .name(name)
                                .required(true)
                                .schema(new StringSchema()))
                .toList();
    }

    private static Stream<Parameter> fields(Parameter parameter, Components components) {
        var ref = parameter.getSchema() == null ? null : parameter.getSchema().get$ref();
        if (!"query".equals(parameter.getIn()) || ref == null) {
            return Stream.of(parameter);
        }
        Schema<?> object = components.getSchemas().get(ref.substring(SchemaRefs.REF.length()));
        if (object == null || object.getProperties() == null) {
            return Stream.of(parameter);
        }
        var required = Optional.ofNullable(object.getRequired()).orElse(List.of());
        return object.getProperties().keySet().stream()
                .sorted()
                .map(name -> field(name, object, required.contains(name)));
    }

    private static Parameter field(String name, Schema<?> object, boolean required) {
        Schema<?> schema = object.getProperties().get(name);
        return new Parameter().in("query").name(name).required(required).schema(schema);
    }
}
