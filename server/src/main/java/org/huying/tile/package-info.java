/// Vector tiles: where a tile lies, and how shapes are written into it. Nothing about what is drawn.
@ApplicationModule(
        displayName = "Vector tiles",
        allowedDependencies = {"problem"})
@NullMarked
package org.huying.tile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
