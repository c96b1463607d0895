/// Backup, restore and verification of everything Huying stores, over plain JDBC: works on the embedded and on your own
/// PostgreSQL, while the server runs or not.
@ApplicationModule(
        displayName = "Backup",
        allowedDependencies = {"cli", "database", "eventlog", "vault"})
@NullMarked
package org.huying.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
