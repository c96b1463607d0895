package org.huying.openapi;

import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.huying.access.Caller;
import org.huying.access.Given;
import org.huying.access.OwnKey;
import org.huying.access.Permit;
import org.huying.problem.Seen;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.databind.JsonNode;

/// Makes the generated document say what the code means: required fields, permissions, and one shape for problems.
@Configuration(proxyBeanMethods = false)
class OpenApi {

    private static final String PROBLEM = "Problem";
    private static final String TOKEN = "token";

    static {
        ModelResolver.enumsAsRef = true;
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Caller.class, Seen.class)
                .replaceWithSchema(JsonNode.class, new ObjectSchema());
    }

    /// Before all other converters, so that it comes last in their chain.
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ModelResolver modelResolver() {
        return new ModelResolver(Json31.mapper(), SchemaKeys.ALL).openapi31(true);
    }

    @Bean
    RequiredComponents requiredComponents() {
        return new RequiredComponents();
    }

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .servers(List.of(new Server().url("/")))
                .info(
                        new Info()
                                .title("Huying 呼应")
                                .version("1")
                                .description("件件有回应：基层治理平台的接口。 / Every call gets an answer.")
                                .license(new License().name("Apache-2.0")));
    }

    /// Says which permission an operation asks for, and what answers every operation may give.
    @Bean
    OperationCustomizer permissions() {
        return (operation, handler) -> {
            var permit = handler.getMethodAnnotation(Permit.class);
            if (permit != null) {
                operation.addExtension(ProblemAnswers.PERMISSION, permit.value());
                if (!permit.value().equals(Permit.OPEN)) {
                    operation.addSecurityItem(new SecurityRequirement().addList(TOKEN));
                }
            }
            ChangeHeaders.add(operation, handler);
            ownReading(operation, handler);
            answers(operation);
            return operation;
        };
    }

    @Bean
    OpenApiCustomizer shapes() {
        return api -> {
            var components = Objects.requireNonNull(api.getComponents());
            components.addSchemas(PROBLEM, problem());
            components.addSecuritySchemes(
                    TOKEN, new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"));
            AddressParameters.spell(api);
            SchemaRefs.rename(
                    api, SchemaNames.of(components.getSchemas().keySet(), SchemaKeys.ALL.known()));
            ProblemAnswers.add(api, problemRef());
            Examples.add(api);
            for (Schema<?> schema : components.getSchemas().values()) {
                schema.setExtensions(null);
            }
        };
    }

    /// What a handler is given from headers, path and session stands in no query.
    private static void ownReading(Operation operation, HandlerMethod handler) {
        if (operation.getParameters() != null) {
            var own =
                    Arrays.stream(handler.getMethodParameters())
                            .filter(one ->
                                    one.getParameterType().isAnnotationPresent(Given.class)
                                            || one.getParameterType()
                                                    .isAnnotationPresent(OwnKey.class))
                            .map(MethodParameter::getParameter)
                            .map(Parameter::getName)
                            .toList();
            operation.getParameters().removeIf(one -> own.contains(one.getName()));
        }
    }

    private static void answers(Operation operation) {
        var answers =
                operation.getResponses() == null ? new ApiResponses() : operation.getResponses();
        answers.keySet().removeIf(status -> status.startsWith("4") || status.startsWith("5"));
        answers.addApiResponse(
                "default", ProblemAnswers.response("A problem document (RFC 9457)", problemRef()));
        operation.setResponses(answers);
    }

    private static Schema<?> problemRef() {
        return new Schema<>().$ref(SchemaRefs.REF + PROBLEM);
    }

    private static Schema<?> problem() {
        var field =
                new ObjectSchema()
                        .addProperty("path", new StringSchema())
                        .addProperty("code", new StringSchema())
                        .addProperty("detail", new StringSchema());
        var problem = new ObjectSchema();
        problem.addProperty("type", new StringSchema().description("/problems/{code}"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("code", new StringSchema().description("stable, e.g. refused"))
                .addProperty("instance", new StringSchema())
                .addProperty("traceId", new StringSchema())
                .addProperty("errors", new ArraySchema().items(field));
        problem.setRequired(List.of("type", "title", "status", "code"));
        return problem;
    }
}
