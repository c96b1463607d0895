package org.huying.matter;

import static org.assertj.core.api.Assertions.assertThat;

import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Pictures on their way to the server.
final class Uploading {

    private Uploading() {}

    static MvcTestResult picture(MockMvcTester http, String region, String token) {
        var file =
                new MockMultipartFile("file", "p.png", "image/png", PictureTest.image("png", 8, 8));
        var result =
                http.post()
                        .uri("/api/v1/%s/attachments".formatted(region))
                        .multipart()
                        .file(file)
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                        .exchange();
        assertThat(result).hasStatus(201);
        return result;
    }
}
