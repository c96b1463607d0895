package org.huying.matter.loop;

import java.util.Optional;
import java.util.UUID;

/// Who has the matter in hand: a unit, perhaps one person in it, and the how-manyth time it is worked (from 1).
public record Assignment(UUID unit, Optional<UUID> person, int round) {

    Assignment again() {
        return new Assignment(unit, person, round + 1);
    }
}
