package org.huying.matter.loop;

import java.time.Instant;

/// The clock stands: the requester was asked, or the matter is suspended (挂账) with approval.
public record Hold(Kind kind, Instant since, Instant until, String words) {

    public enum Kind {
        ASKED,
        SUSPENDED
    }
}
