/// Territory over HTTP. A module of its own because it stands above access, which stands above territory.
@ApplicationModule(
        displayName = "Territory over HTTP",
        allowedDependencies = {"territory", "territory::*", "tile", "access", "problem"})
@NullMarked
package org.huying.territory.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
