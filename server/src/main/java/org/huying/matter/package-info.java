/// Matters: one request from report to rated close. Owns the state machine; nobody else writes its tables.
@ApplicationModule(
        displayName = "Matter",
        allowedDependencies = {
            "problem",
            "database",
            "eventlog",
            "territory",
            "org",
            "access",
            "playbook",
            "calendar",
            "vault",
            "sheet",
            "file",
            "cli"
        })
@NullMarked
package org.huying.matter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
