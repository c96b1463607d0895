package org.huying.matter.loop;

import java.time.Instant;
import java.util.UUID;

/// What the machine must be told besides the matter itself.
///
/// @param actor the account that takes the step
/// @param since when the present stage began
/// @param openParts how many of the matters split from it are still open
/// @param master others are merged into it
/// @param masterDone the matter it is merged into has been handled
/// @param sampled by its id it belongs to the share that is revisited
public record Circumstances(
        UUID actor,
        Instant now,
        Instant since,
        int openParts,
        boolean master,
        boolean masterDone,
        double sampled) {}
