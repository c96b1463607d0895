@ApplicationModule(
        displayName = "Upper",
        allowedDependencies = {})
@NullMarked
package org.huying.shape.sample.upper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
