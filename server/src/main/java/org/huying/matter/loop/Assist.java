package org.huying.matter.loop;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A unit that helps the one in the lead (协办).
public record Assist(UUID unit, Standing state, String task, Optional<Instant> due) {

    Assist now(Standing next) {
        return new Assist(unit, next, task, due);
    }

    /// Released, if there still was something to do.
    Assist over() {
        return state.open() ? now(Standing.RELEASED) : this;
    }

    public enum Standing {
        ASKED,
        JOINED,
        DONE,
        DECLINED,
        RELEASED;

        /// Still has something to do.
        public boolean open() {
            return this == ASKED || this == JOINED;
        }
    }
}
