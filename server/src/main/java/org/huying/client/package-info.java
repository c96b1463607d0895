/// Client: how programs of ours talk to a server over HTTP, as anybody else would. Used by replay and demo.
@ApplicationModule(
        displayName = "API client",
        allowedDependencies = {})
@NullMarked
package org.huying.client;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
