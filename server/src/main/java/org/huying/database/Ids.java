package org.huying.database;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/// Makes row ids.
public final class Ids {
    private Ids() {}

    /// A UUIDv7: unique, and later ids sort after earlier ones of the same process.
    public static UUID next() {
        return UuidCreator.getTimeOrderedEpochPlus1();
    }
}
