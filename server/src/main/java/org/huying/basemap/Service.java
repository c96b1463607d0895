package org.huying.basemap;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.huying.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The map service itself, over HTTP: never more than so many questions a minute, and none for a while after it failed.
final class Service {
    private static final Logger LOG = LoggerFactory.getLogger(Service.class);
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final int MOST_BYTES = 1024 * 1024;
    private static final long REST_MILLIS = 10_000;
    private static final long MINUTE_MILLIS = 60_000;
    private static final String AGENT = "Huying base map cache";

    private final BaseMapSettings settings;
    private final Clock clock;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .connectTimeout(Duration.ofSeconds(4))
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
    private final AtomicLong restsUntil = new AtomicLong();
    private final AtomicLong minute = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();

    Service(BaseMapSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /// The tile as the service draws it; empty where it has none. Throws `Problem.OVERLOADED` while it cannot be had.
    Optional<byte[]> fetch(Square square) {
        long now = clock.millis();
        if (now < restsUntil.get() || !mayAsk(now)) {
            throw away();
        }
        try {
            return read(http.send(request(square), HttpResponse.BodyHandlers.ofInputStream()));
        } catch (IOException e) {
            restsUntil.set(now + REST_MILLIS);
            LOG.warn("The map service does not answer: {}", e.toString());
            throw away();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw away();
        }
    }

    private static RuntimeException away() {
        return Problem.OVERLOADED.with(
                "底图暂时取不到，稍后再看", "The base map cannot be had just now, look again later");
    }

    private boolean mayAsk(long now) {
        long current = now / MINUTE_MILLIS;
        if (minute.getAndSet(current) != current) {
            asked.set(0);
        }
        return asked.incrementAndGet() <= settings.perMinute();
    }

    private Optional<byte[]> read(HttpResponse<InputStream> answer) throws IOException {
        try (var body = answer.body()) {
            var bytes = body.readNBytes(MOST_BYTES + 1);
            if (answer.statusCode() == 404 || answer.statusCode() == 204) {
                return Optional.empty();
            }
            if (answer.statusCode() != 200
                    || bytes.length > MOST_BYTES
                    || Image.of(bytes).isEmpty()) {
                throw new IOException(
                        "status %d, %d bytes, no picture of a tile"
                                .formatted(answer.statusCode(), bytes.length));
            }
            return Optional.of(bytes);
        }
    }

    private HttpRequest request(Square square) {
        var tile = square.tile();
        var hosts = settings.hosts();
        var host = hosts.isEmpty() ? "" : hosts.get((tile.x() + tile.y()) % hosts.size());
        var address =
                settings.layers()
                        .get(square.layer())
                        .replace("{s}", host)
                        .replace("{z}", Integer.toString(tile.z()))
                        .replace("{x}", Integer.toString(tile.x()))
                        .replace("{y}", Integer.toString(tile.y()));
        return HttpRequest.newBuilder(URI.create(address))
                .timeout(PATIENCE)
                .header("User-Agent", AGENT)
                .build();
    }
}
