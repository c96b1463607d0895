/// Organisations on the command line: `./huying import organisations`.
@ApplicationModule(
        displayName = "Organisation commands",
        allowedDependencies = {"org", "org::*", "territory", "cli", "problem"})
@NullMarked
package org.huying.org.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
