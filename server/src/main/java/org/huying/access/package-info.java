/// Access: who is calling, what they may do and see, and the record of what they did.
@ApplicationModule(
        displayName = "Access",
        allowedDependencies = {
            "problem",
            "database",
            "eventlog",
            "territory",
            "org",
            "vault",
            "cli"
        })
@NullMarked
package org.huying.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
