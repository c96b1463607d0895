/// Insight: the lists people live in, and counters, fed by the event log and rebuilt from the matters at any time.
@ApplicationModule(
        displayName = "Insight",
        allowedDependencies = {
            "problem",
            "sheet",
            "file",
            "database",
            "eventlog",
            "calendar",
            "tile",
            "territory",
            "org",
            "access",
            "playbook",
            "matter",
            "whistle",
            "vault"
        })
@NullMarked
package org.huying.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
