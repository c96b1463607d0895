package org.huying.matter.loop;

import java.time.Instant;
import java.util.Optional;

/// The clock stands: the requester was asked, or the matter is suspended (挂账) with approval.
///
/// @param mark when whoever was asked is reminded; empty once that is done
public record Hold(Kind kind, Instant since, Instant until, String words, Optional<Instant> mark) {

    Hold reminded() {
        return new Hold(kind, since, until, words, Optional.empty());
    }

    public enum Kind {
        ASKED,
        SUSPENDED
    }
}
