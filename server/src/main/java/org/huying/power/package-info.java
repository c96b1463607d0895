/// Powers: the list of what a street may decide or demand of the departments, each with its basis; every use of it, the
/// department's objection and answer. Nobody else writes its tables.
@ApplicationModule(
        displayName = "Power",
        allowedDependencies = {
            "problem",
            "sheet",
            "file",
            "database",
            "eventlog",
            "territory",
            "org",
            "access",
            "playbook",
            "calendar",
            "matter",
            "whistle"
        })
@NullMarked
package org.huying.power;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
