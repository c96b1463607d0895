package org.huying.access;

import jakarta.servlet.ServletRequest;
import java.util.Optional;

/// Who makes a request now, asked again while its answer goes on for minutes: a session may have ended since, or its
/// grants may have changed.
public interface Presence {

    /// Empty once the session that the request began with has ended. Asking does not keep a session alive.
    Optional<Caller> of(ServletRequest request);
}
