package org.huying.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.huying.database.Postgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// The doors as a browser asks for them.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class DoorsTest {

    @LocalServerPort private int port;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        Postgres.into(registry);
    }

    @ParameterizedTest
    @ValueSource(strings = {"resident", "field", "desk", "screen"})
    void answerAtTheirThresholdAndOnEveryPageWithTheirDocument(String door) throws Exception {
        var threshold = get("/" + door + "/");
        assertThat(threshold.statusCode()).isEqualTo(200);
        assertThat(threshold.headers().firstValue("Content-Type").orElse("")).contains("html");
        assertThat(threshold.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("script-src 'self'")
                .doesNotContain("unsafe");
        assertThat(threshold.body()).contains("id=\"app\"");
        assertThat(get("/" + door + "/some/page").body()).isEqualTo(threshold.body());
        assertThat(get("/" + door).headers().firstValue("Location").orElse(""))
                .endsWith("/" + door + "/");
    }

    @Test
    void keepWhatCarriesItsDigestInItsName() throws Exception {
        var page = get("/resident/").body();
        var script = page.substring(page.indexOf("/assets/"));
        var answer = get(script.substring(0, script.indexOf('"')));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
    }

    @Test
    void comeCompressedWhileAnswersWithSecretsDoNot() throws Exception {
        assertThat(encoding("/resident/")).isEqualTo("gzip");
        assertThat(encoding("/api/v1/welcome")).isEmpty();
    }

    private String encoding(String path) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                            .header("Accept-Encoding", "gzip")
                            .build();
            return http.send(request, BodyHandlers.discarding())
                    .headers()
                    .firstValue("Content-Encoding")
                    .orElse("");
        }
    }

    private HttpResponse<String> get(String path) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(),
                    BodyHandlers.ofString());
        }
    }
}
