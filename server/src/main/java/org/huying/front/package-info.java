/// Front: what a visitor finds at `/` — which place this is, its pulse, and in a demo who may sign in.
@ApplicationModule(
        displayName = "Front page",
        allowedDependencies = {
            "problem",
            "access",
            "calendar",
            "territory",
            "playbook",
            "insight",
            "live"
        })
@NullMarked
package org.huying.front;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
