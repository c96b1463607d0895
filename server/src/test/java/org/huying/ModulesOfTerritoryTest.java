package org.huying;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesOfTerritoryTest {
    @Test
    void verify() {
        ApplicationModules.of(Huying.class).verify();
    }
}
