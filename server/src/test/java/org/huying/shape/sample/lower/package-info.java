@ApplicationModule(
        displayName = "Lower",
        allowedDependencies = {})
@NullMarked
package org.huying.shape.sample.lower;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
