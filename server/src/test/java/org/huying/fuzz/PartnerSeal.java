package org.huying.fuzz;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.huying.Town;
import org.huying.demo.hotline.Hotline;
import org.huying.demo.hotline.Manners;
import org.huying.gateway.sending.Hmac;
import tools.jackson.databind.json.JsonMapper;

/// Signs what a partner sends, so that what is wrong in it gets past the door.
final class PartnerSeal {

    private static final String KEY = "hotline";
    private static final String HERE = "/api/v1/" + Town.REGION + "/partners/" + KEY;

    private final AtomicReference<String> secret = new AtomicReference<>("");

    /// Connects the partner, as an administrator does.
    void open(URI base, String admin) throws IOException, InterruptedException {
        try (var hotline = Hotline.open(Manners.CALM, InstantSource.system());
                var http = HttpClient.newHttpClient()) {
            var put =
                    HttpRequest.newBuilder(base.resolve(HERE + "?account=hotline"))
                            .header("Authorization", "Bearer " + admin)
                            .header("Content-Type", "application/yaml")
                            .header("If-None-Match", "*")
                            .PUT(BodyPublishers.ofString(hotline.file(KEY)));
            var keys =
                    HttpRequest.newBuilder(base.resolve(HERE + "/keys"))
                            .header("Authorization", "Bearer " + admin)
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString("{}"));
            http.send(put.build(), BodyHandlers.ofString());
            var made = http.send(keys.build(), BodyHandlers.ofString());
            if (made.statusCode() != 200) {
                throw new IllegalStateException("No keys: " + made.body());
            }
            told(made.body());
        }
    }

    private void told(String answer) {
        secret.set(JsonMapper.shared().readTree(answer).path("secret").asString(""));
    }

    /// A secret that somebody was just given.
    void learn(Shot shot, Answer answer) {
        if (shot.path.equals(HERE + "/keys") && answer.status() == 200) {
            told(answer.text());
        }
    }

    void sign(Shot shot, SplittableRandom random) {
        boolean theirs = shot.path.contains("/partners/") && shot.role.name().equals("partner");
        if (!theirs || random.nextInt(6) == 0) {
            return;
        }
        long seconds = Instant.now().getEpochSecond();
        var nonce = new UUID(random.nextLong(), random.nextLong()).toString();
        var body = new String(shot.body, StandardCharsets.UTF_8);
        var text =
                String.join("\n", shot.method, shot.target(), Long.toString(seconds), nonce, body);
        var value = HexFormat.of().formatHex(Hmac.of(secret.get(), text));
        shot.headers.put(
                "Huying-Signature", "t=%d,n=%s,hmac-sha256=%s".formatted(seconds, nonce, value));
    }
}
