package org.huying.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/// Where the protocol of a door has callers put their API token when it is not in `Authorization`. A token found there
/// that is no good makes an anonymous caller.
public interface KeyPlace {

    Optional<String> key(HttpServletRequest request);
}
