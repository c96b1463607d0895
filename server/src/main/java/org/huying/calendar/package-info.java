/// Calendar: working days of the country, and time limits counted on them. Pure.
@ApplicationModule(
        displayName = "Calendar",
        allowedDependencies = {})
@NullMarked
package org.huying.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
