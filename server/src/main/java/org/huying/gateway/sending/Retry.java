package org.huying.gateway.sending;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/// When a delivery that failed is tried again: twice as late each time, spread by half, so that those who waited for the
/// same receiver do not all come back at once.
public final class Retry {

    public static final int MOST = 12;

    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofHours(6);

    private Retry() {}

    /// Empty when it has been tried often enough.
    ///
    /// @param attempts how often it was tried, 1 or more
    public static Optional<Duration> after(int attempts, UUID delivery) {
        return after(attempts, MOST, delivery);
    }

    /// The same, for those who try more or less often.
    public static Optional<Duration> after(int attempts, int most, UUID delivery) {
        if (attempts >= most) {
            return Optional.empty();
        }
        long full = Math.min(LONGEST.toMillis(), FIRST.toMillis() << Math.min(attempts - 1, 20));
        long spread = Math.floorMod(mixed(delivery, attempts), full / 2 + 1);
        return Optional.of(Duration.ofMillis(full / 2 + spread));
    }

    private static long mixed(UUID delivery, int attempts) {
        long bits = delivery.getLeastSignificantBits() ^ (attempts * 0x9E3779B97F4A7C15L);
        bits = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        return bits ^ (bits >>> 27);
    }
}
