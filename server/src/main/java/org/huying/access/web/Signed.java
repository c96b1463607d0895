package org.huying.access.web;

import jakarta.servlet.ServletRequest;
import java.util.Optional;
import org.huying.access.Caller;
import org.huying.access.Callers;
import org.huying.access.session.Session;

/// What the filter found out, kept with the request.
final class Signed {
    private static final String SESSION = Signed.class.getName();

    private Signed() {}

    static void in(ServletRequest request, Session session) {
        request.setAttribute(SESSION, session);
        Callers.sign(request, session.caller());
    }

    static Optional<Session> session(ServletRequest request) {
        return request.getAttribute(SESSION) instanceof Session session
                ? Optional.of(session)
                : Optional.empty();
    }

    static Caller caller(ServletRequest request) {
        return Callers.of(request);
    }
}
