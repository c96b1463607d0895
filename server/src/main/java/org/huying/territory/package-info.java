/// Territory: divisions, grids and what lies below them, with codes, validity, lineage and outlines.
@ApplicationModule(
        displayName = "Territory",
        allowedDependencies = {"problem", "database", "eventlog"})
@NullMarked
package org.huying.territory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
