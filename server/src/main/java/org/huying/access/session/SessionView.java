package org.huying.access.session;

import java.time.Instant;
import java.util.UUID;

/// A session as its owner and the security administrator see it. Never the token.
public record SessionView(
        UUID id,
        Instant createdAt,
        Instant lastSeen,
        Instant expiresAt,
        String address,
        String agent) {}
