package org.huying.access.web;

import jakarta.servlet.ServletRequest;
import java.util.Optional;
import org.huying.access.Caller;
import org.huying.access.Presence;
import org.huying.access.session.Session;
import org.huying.access.session.Sessions;
import org.springframework.stereotype.Component;

/// Looks the session of the request up anew.
@Component
class SignedPresence implements Presence {
    private final Sessions sessions;

    SignedPresence(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Optional<Caller> of(ServletRequest request) {
        return Signed.session(request)
                .map(session -> sessions.look(session.token()).map(Session::caller))
                .orElseGet(() -> Optional.of(Caller.ANONYMOUS));
    }
}
