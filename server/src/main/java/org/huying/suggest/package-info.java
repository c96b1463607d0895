/// Suggest: the most likely item, unit and place of a request, with reasons. It learns from what people do and never
/// acts.
@ApplicationModule(
        displayName = "Suggest",
        allowedDependencies = {
            "problem",
            "database",
            "eventlog",
            "territory",
            "org",
            "access",
            "playbook",
            "matter",
            "calendar"
        })
@NullMarked
package org.huying.suggest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
