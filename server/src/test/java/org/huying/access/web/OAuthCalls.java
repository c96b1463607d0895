package org.huying.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.huying.Api;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Speaks OAuth 2 as a program would.
@TestComponent
record OAuthCalls(MockMvcTester http, Api api) {

    /// @param basic id and secret with a colon between them, for the header; empty for none
    MvcTestResult send(String address, String path, String basic, String form) {
        var request =
                http.post()
                        .uri("/oauth/" + path)
                        .with(it -> {
                            it.setRemoteAddr(address);
                            return it;
                        })
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .content(form);
        if (!basic.isEmpty()) {
            var bytes = basic.getBytes(StandardCharsets.UTF_8);
            request.header(
                    HttpHeaders.AUTHORIZATION,
                    "Basic " + Base64.getEncoder().encodeToString(bytes));
        }
        return request.exchange();
    }

    void assertRefused(MvcTestResult answer, int status, String error) {
        assertThat(answer).hasStatus(status);
        assertThat(api.body(answer).at("/error").asString()).isEqualTo(error);
        assertThat(answer.getResponse().getHeader("Cache-Control")).isEqualTo("no-store");
    }
}
