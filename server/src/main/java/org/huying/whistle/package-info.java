/// Whistle and report (吹哨报到): those below call units together, the units report in on the spot, leave with a result that
/// all present have signed, and are rated by the one who called. Owns its state machine; nobody else writes its tables.
@ApplicationModule(
        displayName = "Whistle",
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
package org.huying.whistle;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
