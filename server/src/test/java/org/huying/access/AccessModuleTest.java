package org.huying.access;

import org.huying.Huying;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class AccessModuleTest {
    @Test
    void accessAndVaultDependOnNothingElse() {
        var modules = ApplicationModules.of(Huying.class);
        modules.getModuleByName("access").orElseThrow().verifyDependencies(modules);
        modules.getModuleByName("vault").orElseThrow().verifyDependencies(modules);
    }
}
