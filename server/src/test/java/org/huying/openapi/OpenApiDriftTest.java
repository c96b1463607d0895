package org.huying.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

/// The committed description is what the code says. `HUYING_UPDATE=true` writes it anew.
@SpringBootTest
@AutoConfigureMockMvc
@Import(Postgres.class)
class OpenApiDriftTest {

    private static final Path COMMITTED = Path.of("../docs/openapi.yaml");

    private static final Pattern SCHEMA = Pattern.compile("\n    (\\w+):");
    private static final Pattern REF = Pattern.compile("#/components/schemas/(\\w+)");

    @Autowired MockMvcTester http;

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
    void everySchemaThatIsNamedIsThere() throws IOException {
        var text = description();
        var defined = found(SCHEMA, text.substring(text.indexOf("\n  schemas:")));
        assertThat(defined).hasSizeGreaterThan(200).doesNotContain("JsonNode");
        assertThat(defined).containsAll(found(REF, text));
    }

    @Test
    void aPictureIsSentAsAForm() throws IOException {
        var text = description();
        var upload = text.substring(text.indexOf("/api/v1/{region}/attachments:"));
        assertThat(upload.substring(0, upload.indexOf("responses:")))
                .contains("multipart/form-data", "format: binary")
                .doesNotContain("application/json");
    }

    private String description() throws IOException {
        var answer = http.get().uri("/openapi.yaml").exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(it -> it.group(1))
                .collect(Collectors.toUnmodifiableSet());
    }
}
