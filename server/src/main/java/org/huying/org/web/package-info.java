/// Organisations over HTTP. A module of its own because it stands above access, which stands above org.
@ApplicationModule(
        displayName = "Organisations over HTTP",
        allowedDependencies = {
            "org",
            "org::*",
            "territory",
            "access",
            "playbook",
            "problem",
            "sheet",
            "file"
        })
@NullMarked
package org.huying.org.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
