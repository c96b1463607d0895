/// Clock: the time the server decides by. On a server that replays the past, a request may bring its own.
@ApplicationModule(
        displayName = "Clock",
        allowedDependencies = {"problem", "access"})
@NullMarked
package org.huying.clock;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
