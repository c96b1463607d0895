package org.huying.basemap;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.huying.problem.StartRefused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The tiles of the map service, from memory, from the disk, or from the service itself; each is asked for once, however
/// many wait for it.
@Component
class BaseMap {
    private static final long IN_MEMORY = 32L * 1024 * 1024;
    private static final Duration MEMORY = Duration.ofHours(1);
    private static final int OVERHEAD = 100;

    private final BaseMapSettings settings;
    private final Service service;
    private final KeptTiles kept;
    private final Clock clock;
    private final Cache<Square, Optional<byte[]>> recent =
            Caffeine.newBuilder()
                    .maximumWeight(IN_MEMORY)
                    .weigher((Square _, Optional<byte[]> it) ->
                            it.map(b -> b.length).orElse(0) + OVERHEAD)
                    .expireAfterWrite(MEMORY)
                    .build();

    BaseMap(BaseMapSettings settings, Clock clock, @Value("${huying.data:}") String data) {
        settings.layers().forEach(BaseMap::check);
        this.settings = settings;
        this.clock = clock;
        this.service = new Service(settings, clock);
        this.kept =
                new KeptTiles(
                        folder(settings, data),
                        settings.megabytes() * 1024L * 1024L,
                        settings.keep(),
                        clock.instant());
    }

    private static void check(String layer) {
        if (!layer.matches("https?://\\S+")
                || !layer.contains("{z}")
                || !layer.contains("{x}")
                || !layer.contains("{y}")) {
            throw new StartRefused(
                    "huying.basemap.layers: 底图地址要以 http(s):// 开头，含 {z} {x} {y}："
                            + layer
                            + "\nAn address of the base map begins with http(s):// and has {z} {x} {y}.");
        }
    }

    private static Path folder(BaseMapSettings settings, String data) {
        if (settings.folder() != null) {
            return settings.folder();
        }
        var home =
                data.isEmpty()
                        ? Path.of(System.getProperty("user.home"), ".huying")
                        : Path.of(data);
        return home.resolve("basemap");
    }

    int layers() {
        return settings.layers().size();
    }

    /// The picture of a tile; empty where the service has none. Throws `Problem.OVERLOADED` while it cannot be had.
    Optional<byte[]> tile(Square square) {
        return recent.get(square, this::find);
    }

    private Optional<byte[]> find(Square square) {
        var found = kept.find(square, clock.instant().minus(settings.keep()));
        if (found.isPresent()) {
            return found;
        }
        var fetched = service.fetch(square);
        fetched.ifPresent(bytes -> kept.keep(square, bytes));
        return fetched;
    }
}
