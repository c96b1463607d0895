/// Territory on the command line: `./huying import divisions` and `./huying import grids`.
@ApplicationModule(
        displayName = "Territory commands",
        allowedDependencies = {"territory", "territory::*", "cli", "database", "problem"})
@NullMarked
package org.huying.territory.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
