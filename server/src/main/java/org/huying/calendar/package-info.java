/// Calendar: working days of the country, corrected per county, and time limits counted on them. The counting is pure.
@ApplicationModule(
        displayName = "Calendar",
        allowedDependencies = {"problem", "database", "eventlog", "territory", "access"})
@NullMarked
package org.huying.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
