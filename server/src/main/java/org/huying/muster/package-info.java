/// Musters: the teams of a kind within an area are called out in one act; who was called answers and reports in, and each
/// team may be given a task with it. Nobody else writes its tables.
@ApplicationModule(
        displayName = "Muster",
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
            "task"
        })
@NullMarked
package org.huying.muster;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
