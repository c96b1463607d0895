package org.huying.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.huying.database.Postgres;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The committed description is what the code says. `HUYING_UPDATE=true` writes it anew.
@SpringBootTest
@AutoConfigureMockMvc
@Import(Postgres.class)
class OpenApiDriftTest {

    private static final Path COMMITTED = Path.of("../docs/openapi.yaml");

    private static final Pattern SCHEMA = Pattern.compile("\n    (\\w+):");
    private static final Pattern REF = Pattern.compile("#/components/schemas/(\\w+)");

    @Autowired MockMvcTester http;
    @Autowired JsonMapper json;

    @Test
    void theCommittedDescriptionIsWhatTheCodeSays() throws IOException {
        var text = description();
        assertThat(text).startsWith("openapi: 3.1").contains("/api/v1/{region}/matters");
        if ("true".equals(System.getenv("HUYING_UPDATE"))) {
            Files.writeString(COMMITTED, text);
        }
        assertThat(COMMITTED).content(StandardCharsets.UTF_8).isEqualTo(text);
    }

    @Test
    void everySchemaThatIsNamedIsThere() {
        var text = description();
        var defined = found(SCHEMA, text.substring(text.indexOf("\n  schemas:")));
        assertThat(defined).hasSizeGreaterThan(200).doesNotContain("JsonNode");
        assertThat(defined).containsAll(found(REF, text));
    }

    @Test
    void aPictureIsSentAsAForm() {
        var text = description();
        var upload = text.substring(text.indexOf("/api/v1/{region}/attachments:"));
        assertThat(upload.substring(0, upload.indexOf("responses:")))
                .contains("multipart/form-data", "format: binary")
                .doesNotContain("application/json");
    }

    @Test
    void theExamplesAreWhatTheOperationsTake() {
        var document = (ObjectNode) json.readTree(read("/openapi"));
        var examples = Examples.all();
        assertThat(examples).hasSizeGreaterThanOrEqualTo(10);
        examples.forEach((operation, example) -> {
            var words = operation.split(" ", 2);
            var body =
                    document.at("/paths")
                            .path(words[1])
                            .path(words[0].toLowerCase(Locale.ROOT))
                            .at("/requestBody/content/application~1json");
            assertThat(body.path("example")).as(operation).isEqualTo(json.valueToTree(example));
            var ref = body.at("/schema/$ref").asString();
            var asked = document.deepCopy().put("$ref", ref);
            var schema =
                    SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(asked);
            assertThat(schema.validate(json.valueToTree(example))).as(operation).isEmpty();
            var known = document.at(ref.substring(1) + "/properties");
            assertThat(known.propertyNames()).containsAll(body.path("example").propertyNames());
        });
    }

    private byte[] read(String uri) {
        var answer = http.get().uri(uri).exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsByteArray();
    }

    private String description() {
        return new String(read("/openapi.yaml"), StandardCharsets.UTF_8);
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(it -> it.group(1))
                .collect(Collectors.toUnmodifiableSet());
    }
}
