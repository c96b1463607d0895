package org.huying.matter.loop;

import java.time.Instant;
import java.util.Optional;

/// Pressed by somebody above (督办).
public record Supervision(Kind kind, Instant since, Optional<Instant> until) {

    public enum Kind {
        OVERTIME,
        LEADER,
        KEY
    }
}
