/// Mediation: what was found and agreed when a dispute was mediated, wording by wording, and who has signed. The parties are
/// sealed. Nobody else writes its tables.
@ApplicationModule(
        displayName = "Mediation",
        allowedDependencies = {
            "problem",
            "sheet",
            "file",
            "database",
            "access",
            "territory",
            "calendar",
            "vault",
            "matter"
        })
@NullMarked
package org.huying.mediation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
