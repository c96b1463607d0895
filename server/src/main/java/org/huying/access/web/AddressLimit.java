package org.huying.access.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.huying.problem.Problem;
import org.springframework.stereotype.Component;

/// Counts calls per address in windows of a minute, on this node and in memory.
@Component
class AddressLimit {
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private record Key(String bucket, String address) {}

    private final Cache<Key, AtomicInteger> counts =
            Caffeine.newBuilder().maximumSize(200_000).expireAfterWrite(WINDOW).build();

    /// Throws 429 when this address made more than `most` calls of this kind within a minute; 0 never throws.
    void take(String bucket, String address, int most) {
        if (most == 0) {
            return;
        }
        var count = counts.get(new Key(bucket, address), _ -> new AtomicInteger());
        if (count.incrementAndGet() > most) {
            throw Problem.TOO_MANY.plain().retryAfter(WINDOW.toSeconds());
        }
    }
}
