/// The API's own description: OpenAPI 3.1, generated from the code and served at `/openapi`.
@ApplicationModule(
        displayName = "OpenAPI",
        allowedDependencies = {"access", "problem"})
@NullMarked
package org.huying.openapi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
