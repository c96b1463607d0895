/// Replay: drives recorded requests through the whole loop over HTTP, at the moments they were recorded, and says what
/// came of them. What the columns of a file mean is told by a map (docs/replay.md).
@ApplicationModule(
        displayName = "Replay",
        allowedDependencies = {"client", "cli", "access", "territory", "org", "org :: edit"})
@NullMarked
package org.huying.replay;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
