/// Tasks: what is given out again every period, while a mode holds, or by hand; done with proof, checked, and counted. Owns
/// its state machine; nobody else writes its tables.
@ApplicationModule(
        displayName = "Task",
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
            "vault",
            "matter"
        })
@NullMarked
package org.huying.task;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
