/// The command line behind `./huying VERB …`. A module adds a verb by naming its [Verb] in
/// `META-INF/services/org.huying.cli.Verb`.
@ApplicationModule(
        displayName = "Command line",
        allowedDependencies = {"database", "problem"})
@NullMarked
package org.huying.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
