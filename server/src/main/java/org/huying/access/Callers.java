package org.huying.access;

import jakarta.servlet.ServletRequest;
import org.jspecify.annotations.Nullable;

/// Tells who makes a request, for code that is handed the request and not the caller.
public final class Callers {

    private static final String ATTRIBUTE = Callers.class.getName();

    private Callers() {}

    /// Whoever the session belongs to; anonymous if nobody signed in.
    public static Caller of(@Nullable ServletRequest request) {
        return request != null && request.getAttribute(ATTRIBUTE) instanceof Caller caller
                ? caller
                : Caller.ANONYMOUS;
    }

    /// Said once, by the filter that read the session.
    public static void sign(ServletRequest request, Caller caller) {
        request.setAttribute(ATTRIBUTE, caller);
    }
}
