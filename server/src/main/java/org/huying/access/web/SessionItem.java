package org.huying.access.web;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.huying.access.session.SessionView;

/// One session in a list; `current` marks the one that asks.
record SessionItem(
        UUID id,
        OffsetDateTime createdAt,
        OffsetDateTime lastSeen,
        OffsetDateTime expiresAt,
        String address,
        String agent,
        boolean current) {

    static SessionItem of(SessionView session, boolean current) {
        return new SessionItem(
                session.id(),
                Times.of(session.createdAt()),
                Times.of(session.lastSeen()),
                Times.of(session.expiresAt()),
                session.address(),
                session.agent(),
                current);
    }
}
