package org.huying.matter;

import java.time.Instant;
import java.util.UUID;

/// Where it is kept that whoever asked wants to be told of the progress by text message. Kept by the module that tells
/// them, together with the report or not at all.
public interface TextingWish {

    /// They want it, from the report on.
    ///
    /// @param by who wrote it down
    void wanted(String region, UUID matter, UUID by, Instant at);
}
