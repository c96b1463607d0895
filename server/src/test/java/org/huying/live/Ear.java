package org.huying.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/// Listens to a stream as a browser would.
final class Ear implements AutoCloseable {

    record Heard(String id, String event, String data) {}

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Duration SOON = Duration.ofSeconds(20);

    final int status;
    private final InputStream body;
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private volatile String last = "";
    private volatile boolean ended;

    /// @param token empty for somebody without an account
    /// @param after the id heard last; empty to begin
    Ear(int port, String path, String token, String after) {
        var request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Accept", "text/event-stream");
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (!after.isEmpty()) {
            request.header("Last-Event-ID", after);
        }
        try {
            var answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            status = answer.statusCode();
            body = answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        Thread.startVirtualThread(this::listen);
    }

    private void listen() {
        try (var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            var event = "";
            var data = "";
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id: ")) {
                    last = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    event = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    data = line.substring(6);
                } else if (line.isEmpty() && !event.isEmpty()) {
                    heard.add(new Heard(last, event, data));
                    event = "";
                }
            }
        } catch (IOException _) {
            // cut off
        } finally {
            ended = true;
        }
    }

    /// Waits until it has been heard.
    Heard hears(String event, String... words) {
        Predicate<Heard> meant =
                it ->
                        it.event().equals(event)
                                && Arrays.stream(words).allMatch(it.data()::contains);
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(heard)
                                .as(event + " " + String.join(" ", words))
                                .anyMatch(meant));
        return heard.stream().filter(meant).findFirst().orElseThrow();
    }

    List<Heard> heard() {
        return List.copyOf(heard);
    }

    String last() {
        return last;
    }

    void hearsTheEnd() {
        await().atMost(SOON).until(() -> ended);
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
