/// Organisations of all kinds, posts and who holds them, and the duty rules: who is responsible for this, here, now.
@ApplicationModule(
        displayName = "Organisations",
        allowedDependencies = {"problem", "database", "eventlog", "territory"})
@NullMarked
package org.huying.org;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
