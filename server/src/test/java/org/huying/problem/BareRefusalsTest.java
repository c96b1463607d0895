package org.huying.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import org.huying.database.Postgres;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/// What is no request yet, sent byte by byte, is refused with a problem document, as everything else is.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(Postgres.class)
class BareRefusalsTest {
    private static final String HOST = "Host: localhost\r\n";

    @LocalServerPort private int port;
    @Autowired private JsonMapper json;

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of("GET /api/v1/{370481}/playbook HTTP/1.1\r\n" + HOST, 400),
                Arguments.of("GET /api/v1/%zz/playbook HTTP/1.1\r\n" + HOST, 400),
                Arguments.of("GET /api/v1/%00/playbook HTTP/1.1\r\n" + HOST, 400),
                Arguments.of("GET /api/v1/370481/playbook?a=%00 HTTP/1.1\r\n" + HOST, 400),
                Arguments.of("GET /api/v1/370481/playbook?a=%ff HTTP/1.1\r\n" + HOST, 400),
                Arguments.of("GET /api/v1/370481/playbook?a=%z HTTP/1.1\r\n" + HOST, 400),
                Arguments.of("GET /api/v1/370481/playbook?=1 HTTP/1.1\r\n" + HOST, 400),
                Arguments.of("GET /api/v1/%25/playbook?%0d=%ff HTTP/1.1\r\n" + HOST, 400),
                Arguments.of(
                        "GET /api/v1/370481/playbook HTTP/1.1\r\nAccept: \u00E8\u00B7\u0080\r\n"
                                + HOST,
                        406),
                Arguments.of(
                        "GET /api/v1/%25/playbook HTTP/1.1\r\nAccept: \u00E8\u00B7\u0080\r\n"
                                + HOST,
                        400),
                Arguments.of("GET /api/v1/370481/playbook;%z HTTP/1.1\r\n" + HOST, 400),
                Arguments.of(
                        "POST /api/v1/370481/matters/similar HTTP/1.1\r\n"
                                + HOST
                                + "Content-Type: */*\r\nContent-Length: 0\r\n",
                        415),
                Arguments.of("GET /api/v1/370481//playbook;a=b HTTP/1.1\r\n" + HOST, 400),
                Arguments.of("GET /api/v1/../../etc HTTP/1.1\r\n" + HOST, 400),
                Arguments.of("GET /" + "a".repeat(60_000) + " HTTP/1.1\r\n" + HOST, 400),
                Arguments.of("GET /api/v1/welcome HTTP/1.1\r\n", 400),
                Arguments.of(
                        "GET /api/v1/welcome HTTP/1.1\r\n"
                                + HOST
                                + "X: "
                                + "a".repeat(60_000)
                                + "\r\n",
                        400),
                Arguments.of("GET /api/v1/welcome HTTP/9.9\r\n" + HOST, 400),
                Arguments.of(
                        "POST /api/v1/370481/matters HTTP/1.1\r\n"
                                + HOST
                                + "Content-Type: application/json\r\nContent-Length: many\r\n",
                        400),
                Arguments.of(
                        "POST /api/v1/370481/matters HTTP/1.1\r\n"
                                + HOST
                                + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n",
                        400));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void isRefusedWithAProblemDocument(String head, int status) throws IOException {
        var answer = answer(head + "Connection: close\r\n\r\n");
        var parts = answer.split("\r\n\r\n", 2);
        assertThat(parts[0]).startsWith("HTTP/1.1 " + status);
        assertThat(parts[0]).containsIgnoringCase("Content-Type: application/problem+json");
        var problem = json.readTree(parts[1]);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("code").asString()).isNotEmpty();
        assertThat(problem.path("detail").asString()).isNotEmpty();
        assertThat(answer).doesNotContain("Exception", "Tomcat", "org.");
    }

    private String answer(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(Math.toIntExact(Duration.ofSeconds(20).toMillis()));
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
