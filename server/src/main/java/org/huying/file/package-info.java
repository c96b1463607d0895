/// Files: lists that are brought in and taken away by the file. Other modules say which lists those are, by an [Intake] or an
/// [Outlet]; this one reads, keeps, checks, counts and goes on where it was. What was brought in is stored sealed and
/// forgotten after a while.
@ApplicationModule(
        displayName = "File",
        allowedDependencies = {
            "problem",
            "sheet",
            "database",
            "calendar",
            "territory",
            "access",
            "vault"
        })
@NullMarked
package org.huying.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
