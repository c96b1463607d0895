package org.huying.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

    @Autowired MockMvcTester http;

    @Test
    void theCommittedDescriptionIsWhatTheCodeSays() throws IOException {
        var answer = http.get().uri("/openapi.yaml").exchange();
        assertThat(answer).hasStatusOk();
        var text = new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        assertThat(text).startsWith("openapi: 3.1").contains("/api/v1/{region}/matters");
        if ("true".equals(System.getenv("HUYING_UPDATE"))) {
            Files.writeString(COMMITTED, text);
        }
        assertThat(COMMITTED).content(StandardCharsets.UTF_8).isEqualTo(text);
    }
}
