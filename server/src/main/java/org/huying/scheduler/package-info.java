/// Scheduler: the table of what runs by itself at its time (db-scheduler). The tasks are defined where their work is.
@ApplicationModule(
        displayName = "Scheduler",
        allowedDependencies = {})
@NullMarked
package org.huying.scheduler;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
