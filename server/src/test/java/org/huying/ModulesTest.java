package org.huying;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {
    @Test
    void dependOnlyOnWhatTheyDeclare() {
        ApplicationModules.of(Huying.class).verify();
    }
}
