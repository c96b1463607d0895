package org.huying.insight.sql;

import java.time.Instant;
import java.util.UUID;

/// A place in a list: the last line seen. Lines after it come next.
///
/// @param slot the slot of a search; 0 elsewhere
public record Place(Instant at, UUID id, int slot) {

    /// The time as the driver wants it.
    public Object bound() {
        return Values.time(at);
    }

    private static final UUID LOWEST = new UUID(0, 0);
    private static final UUID HIGHEST = new UUID(-1, -1);

    /// Before the newest line.
    public static final Place NEWEST = new Place(Instant.MAX, HIGHEST, Integer.MAX_VALUE);

    /// Before the line that falls due first.
    public static final Place FIRST_DUE = new Place(Instant.MIN, LOWEST, 0);
}
