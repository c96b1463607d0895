/// Notice: who is told what at each step, with delivery states of its own.
@ApplicationModule(
        displayName = "Notice",
        allowedDependencies = {
            "problem",
            "database",
            "eventlog",
            "calendar",
            "territory",
            "org",
            "access",
            "playbook",
            "matter",
            "insight",
            "whistle",
            "task",
            "power",
            "appointment",
            "muster",
            "vault"
        })
@NullMarked
package org.huying.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
