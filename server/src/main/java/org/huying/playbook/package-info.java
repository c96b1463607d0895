/// Playbooks: how one place works, as versioned data. They say who, what, how long and with what proof; never which
/// state follows which.
@ApplicationModule(
        displayName = "Playbook",
        allowedDependencies = {
            "problem",
            "database",
            "eventlog",
            "territory",
            "territory :: divisions",
            "access",
            "calendar",
            "cli"
        })
@NullMarked
package org.huying.playbook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
