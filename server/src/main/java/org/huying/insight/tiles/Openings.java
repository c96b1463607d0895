package org.huying.insight.tiles;

import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// The open matters of each region that somebody looks at, in memory for all tiles, zooms and callers. They are read anew
/// behind the backs of those who look every two seconds, or more seldom where reading takes long: never more than a
/// twentieth of the time goes into it. Nobody sees what is older than that unless nobody has looked for ten seconds.
@Component
class Openings {
    private static final Duration STALE = Duration.ofSeconds(2);
    private static final Duration FORGOTTEN = Duration.ofMinutes(1);
    private static final int RESTS = 20;
    private static final int MOST_REGIONS = 64;

    /// @param cost how long reading took, `since` when it was done, in nanoseconds
    private record Loaded(OpenPoints points, long since, long cost) {

        boolean rested() {
            return System.nanoTime() - since > RESTS * cost;
        }
    }

    private final OpenPointRows rows;
    private final LoadingCache<String, Loaded> regions;

    Openings(OpenPointRows rows) {
        this.rows = rows;
        this.regions =
                Caffeine.newBuilder()
                        .maximumSize(MOST_REGIONS)
                        .refreshAfterWrite(STALE)
                        .expireAfterAccess(FORGOTTEN)
                        .executor(Thread::startVirtualThread)
                        .build(
                                new CacheLoader<>() {
                                    @Override
                                    public Loaded load(String region) {
                                        return read(region);
                                    }

                                    @Override
                                    public Loaded reload(String region, Loaded old) {
                                        return old.rested() ? read(region) : old;
                                    }
                                });
    }

    OpenPoints of(String region) {
        return regions.get(region).points();
    }

    private Loaded read(String region) {
        long begun = System.nanoTime();
        var points = rows.of(region);
        long done = System.nanoTime();
        return new Loaded(points, done, done - begun);
    }
}
