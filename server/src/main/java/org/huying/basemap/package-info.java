/// Base map: passes on the tiles of a map service that the place has a key for, keeps them, and shows its approval number.
/// Without one the map is drawn from our own outlines alone.
@ApplicationModule(
        displayName = "Base map",
        allowedDependencies = {"problem", "territory", "territory :: geo", "tile", "access"})
@NullMarked
package org.huying.basemap;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
