package org.huying.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.huying.access.Permit;
import org.springframework.http.HttpHeaders;

/// With which problems an operation may answer, as far as its form tells: who may call it, what it takes, what it changes.
final class ProblemAnswers {

    static final String PERMISSION = "x-permission";

    private static final String REF = "#/components/responses/";

    /// Each status with its name in the description and what it means.
    private static final Map<Integer, Said> STATUSES =
            Map.ofEntries(
                    said(400, "Unreadable", "The request cannot be read"),
                    said(401, "Unauthenticated", "Nobody is signed in, or the token is no good"),
                    said(403, "Forbidden", "The permission is missing"),
                    said(404, "NotFound", "There is no such thing within reach"),
                    said(409, "Conflict", "Refused as it stands; `code` and `reason` say why"),
                    said(412, "Stale", "Somebody changed it; the version seen is old"),
                    said(413, "TooLarge", "The body is too large"),
                    said(415, "UnsupportedMedia", "The content type is not taken here"),
                    said(422, "Invalid", "Fields are not as they should be; `errors` lists them"),
                    said(428, "VersionMissing", "`If-Match` must name the version that was seen"),
                    said(429, "TooMany", "Too many requests; `Retry-After` says how long to wait"));

    private record Said(String name, String meaning) {}

    private ProblemAnswers() {}

    private static Map.Entry<Integer, Said> said(int status, String name, String meaning) {
        return Map.entry(status, new Said(name, meaning));
    }

    /// @param problem the schema of a problem document
    static void add(OpenAPI api, Schema<?> problem) {
        STATUSES.forEach((_, said) ->
                api.getComponents().addResponses(said.name(), response(said.meaning(), problem)));
        api.getPaths()
                .forEach((path, item) ->
                        item.readOperationsMap()
                                .forEach((method, operation) -> add(path, method, operation)));
    }

    static ApiResponse response(String meaning, Schema<?> problem) {
        return new ApiResponse()
                .description(meaning)
                .content(
                        new Content()
                                .addMediaType(
                                        "application/problem+json",
                                        new MediaType().schema(problem)));
    }

    private static void add(String path, HttpMethod method, Operation operation) {
        for (int status : statuses(path, method, operation)) {
            var name = Objects.requireNonNull(STATUSES.get(status)).name();
            operation
                    .getResponses()
                    .addApiResponse(String.valueOf(status), new ApiResponse().$ref(REF + name));
        }
    }

    static Set<Integer> statuses(String path, HttpMethod method, Operation operation) {
        var statuses = new TreeSet<Integer>();
        var permission = permission(operation);
        boolean open = permission.equals(Permit.OPEN);
        var parameters = Optional.ofNullable(operation.getParameters()).orElse(List.of());
        boolean body = operation.getRequestBody() != null;
        boolean seen = parameters.stream().anyMatch(ProblemAnswers::seen);
        if (!open) {
            statuses.addAll(Set.of(401, 403));
        }
        if (path.contains("{")) {
            statuses.add(404);
        }
        if (body) {
            statuses.addAll(Set.of(400, 413, 415, 422));
        }
        if (parameters.stream().anyMatch(ProblemAnswers::parsed)) {
            statuses.add(400);
        }
        if (parameters.stream().anyMatch(ProblemAnswers::bounded)) {
            statuses.add(422);
        }
        if (seen) {
            statuses.addAll(Set.of(409, 412, 428));
        }
        if (method != HttpMethod.GET && parameters.stream().anyMatch(ProblemAnswers::keyed)) {
            statuses.addAll(Set.of(409, 422));
        }
        if (open && method != HttpMethod.GET) {
            statuses.add(429);
        }
        return statuses;
    }

    private static String permission(Operation operation) {
        return Optional.ofNullable(operation.getExtensions())
                .map(it -> String.valueOf(it.get(PERMISSION)))
                .orElse(Permit.OPEN);
    }

    private static boolean seen(Parameter parameter) {
        return HttpHeaders.IF_MATCH.equals(parameter.getName());
    }

    private static boolean keyed(Parameter parameter) {
        return ChangeHeaders.KEY.equals(parameter.getName());
    }

    /// May be missing, or stand for something that it is not.
    private static boolean parsed(Parameter parameter) {
        return !"region".equals(parameter.getName()) && !keyed(parameter);
    }

    private static boolean bounded(Parameter parameter) {
        var schema = parameter.getSchema();
        return schema != null
                && (schema.getPattern() != null
                        || schema.getMaxLength() != null
                        || schema.getMaximum() != null);
    }
}
