package org.huying.live;

import java.time.Duration;
import java.util.List;

/// Where a stream takes its events from; asked by one thread only.
public interface Source extends AutoCloseable {

    /// What there is to say, waiting at most so long for it; empty when there is nothing.
    List<Said> next(Duration patience) throws InterruptedException;

    /// Whether the client may hear more; asked as often as the heart beats.
    default boolean permitted() {
        return true;
    }

    @Override
    default void close() {}
}
