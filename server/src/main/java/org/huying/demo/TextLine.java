package org.huying.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A channel of text messages beside the demo, so that residents can be asked whether they want them. Nothing is ever
/// sent: a demo only keeps what would have been.
final class TextLine {

    private static final Logger LOG = LoggerFactory.getLogger(TextLine.class);
    private static final String KEY = "resident-sms";
    private static final int STALE = 412;
    private static final int THERE = 409;

    private TextLine() {}

    /// Once: one that stands is left as it is.
    static void lay(URI base, String region, String admin) {
        var at = base.resolve("/api/v1/" + region + "/channels/" + KEY);
        try (var http = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(at)
                            .header("Authorization", "Bearer " + admin)
                            .header("Content-Type", "application/yaml")
                            .header("If-None-Match", "*")
                            .PUT(BodyPublishers.ofString(sample()))
                            .build();
            var answer = http.send(request, BodyHandlers.ofString());
            int status = answer.statusCode();
            if (status / 100 != 2 && status != STALE && status != THERE) {
                LOG.warn("The demo has no text messages: {} {}", status, answer.body());
            }
        } catch (IOException e) {
            LOG.warn("The demo has no text messages", e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static String sample() throws IOException {
        try (var in =
                Objects.requireNonNull(
                        TextLine.class.getResourceAsStream("/channels/" + KEY + ".yaml"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
