/// Gateway: the outside. One package per protocol; each translates in one total function per direction, and what is
/// delivered to others has states of its own.
@ApplicationModule(
        displayName = "Gateway",
        allowedDependencies = {
            "problem",
            "sheet",
            "file",
            "tile",
            "database",
            "eventlog",
            "calendar",
            "territory",
            "org",
            "access",
            "playbook",
            "playbook :: tree",
            "playbook :: check",
            "playbook :: compile",
            "matter",
            "insight",
            "notice",
            "front",
            "vault"
        })
@NullMarked
package org.huying.gateway;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
