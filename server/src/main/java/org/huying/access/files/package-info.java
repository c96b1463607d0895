/// Accounts and the audit as lists that are brought in and taken away by the file. A module of its own because it stands
/// above file, which stands above access.
@ApplicationModule(
        displayName = "Accounts as files",
        allowedDependencies = {
            "access",
            "access::*",
            "org",
            "territory",
            "calendar",
            "problem",
            "sheet",
            "file"
        })
@NullMarked
package org.huying.access.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
