/// Vault: sealing of personal fields, blind indexes for exact search, hash chains. Pure but for its key.
@ApplicationModule(
        displayName = "Vault",
        allowedDependencies = {"problem"})
@NullMarked
package org.huying.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
