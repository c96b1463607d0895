/// Sheets for Excel: lists that people take away. Text stays text, and there is an end to them.
@ApplicationModule(
        displayName = "Sheet",
        allowedDependencies = {"problem"})
@NullMarked
package org.huying.sheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
