package org.huying.matter.loop;

import java.time.Instant;
import java.util.Optional;

/// The clock stands: the requester was asked, or the matter is suspended (挂账) with approval.
///
/// @param mark when whoever was asked is reminded, before it ends
public record Hold(Kind kind, Instant since, Instant until, String words, Optional<Instant> mark) {

    public enum Kind {
        ASKED,
        SUSPENDED
    }
}
