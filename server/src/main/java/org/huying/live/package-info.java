/// Live: tells those who look on what moves, at once, over answers that go on; nothing is stored for it.
@ApplicationModule(
        displayName = "Live",
        allowedDependencies = {
            "problem",
            "database",
            "eventlog",
            "calendar",
            "territory",
            "access",
            "matter",
            "whistle",
            "notice"
        })
@NullMarked
package org.huying.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
