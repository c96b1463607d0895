package org.huying.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// The API of one server, as one caller. A call that meets an overloaded or unreachable server is made again a few
/// times: every change carries an `Idempotency-Key`, so that it happens once.
public final class Api {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final HttpClient HTTP =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int ATTEMPTS = 6;
    private static final String EDGE = "huying-part-9f1c2b7e";

    private final URI base;
    private final Optional<String> token;

    private Api(URI base, Optional<String> token) {
        this.base = base;
        this.token = token;
    }

    /// The server at an address such as `http://localhost:8080/`, as nobody in particular.
    public static Api at(URI base) {
        return new Api(base, Optional.empty());
    }

    /// The same server as the holder of a session or API token.
    public Api as(String bearer) {
        return new Api(base, Optional.of(bearer));
    }

    public Reply get(String path, Map<String, String> headers) {
        return send(request(path, headers).GET());
    }

    public Reply get(String path) {
        return get(path, Map.of());
    }

    /// Sends `body` as JSON.
    public Reply post(String path, Object body, Map<String, String> headers) {
        return send("POST", path, body, headers);
    }

    /// Puts `body` there as JSON.
    public Reply put(String path, Object body, Map<String, String> headers) {
        return send("PUT", path, body, headers);
    }

    private Reply send(String method, String path, Object body, Map<String, String> headers) {
        return send(
                request(path, headers)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    /// Puts a YAML text there.
    public Reply putYaml(String path, String text, Map<String, String> headers) {
        return send(
                request(path, headers)
                        .header("Content-Type", "application/yaml")
                        .PUT(BodyPublishers.ofString(text)));
    }

    /// Sends one file as form data under the name `file`.
    public Reply upload(String path, String name, String type, byte[] bytes) {
        var head =
                "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
                        .formatted(EDGE, name, type);
        var body =
                BodyPublishers.concat(
                        BodyPublishers.ofString(head),
                        BodyPublishers.ofByteArray(bytes),
                        BodyPublishers.ofString("\r\n--" + EDGE + "--\r\n"));
        return send(
                request(path, Map.of())
                        .header("Content-Type", "multipart/form-data; boundary=" + EDGE)
                        .POST(body));
    }

    private HttpRequest.Builder request(String path, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
        token.ifPresent(it -> request.header("Authorization", "Bearer " + it));
        headers.forEach(request::header);
        return request;
    }

    private Reply send(HttpRequest.Builder builder) {
        var request = builder.build();
        for (int attempt = 1; ; attempt++) {
            try {
                var answer = HTTP.send(request, BodyHandlers.ofByteArray());
                boolean busy = answer.statusCode() == 503 || answer.statusCode() == 429;
                if (!busy || attempt == ATTEMPTS) {
                    return Reply.of(
                            answer.statusCode(),
                            answer.body(),
                            answer.headers().firstValue("ETag"),
                            request.method() + " " + request.uri().getPath());
                }
            } catch (IOException e) {
                if (attempt == ATTEMPTS) {
                    throw new Unreachable(base, e);
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                throw new Stopped();
            }
            rest(attempt);
        }
    }

    private static void rest(int attempt) {
        try {
            Thread.sleep(100L << attempt);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new Stopped();
        }
    }

    /// The server does not answer.
    public static final class Unreachable extends RuntimeException {
        Unreachable(URI base, IOException cause) {
            super("没有回应 no answer from " + base, cause);
        }
    }

    /// For whoever is told to stop between two calls.
    public static Stopped stopped() {
        return new Stopped();
    }

    /// The thread was told to stop.
    public static final class Stopped extends RuntimeException {
        Stopped() {
            super("stopped", null, false, false);
        }
    }
}
