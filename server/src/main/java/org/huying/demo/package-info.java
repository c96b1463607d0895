/// Demo: a town of real divisions with generated grids, bodies, staff and residents, and a simulation that lives in it
/// over HTTP. Deterministic from the county's code; whatever it makes is marked as generated. Nothing of it runs in
/// production.
@ApplicationModule(
        displayName = "Demo",
        allowedDependencies = {
            "client",
            "cli",
            "front",
            "problem",
            "access",
            "territory",
            "territory :: edit",
            "territory :: geo",
            "territory :: store",
            "org",
            "org :: edit",
            "playbook"
        })
@NullMarked
package org.huying.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
