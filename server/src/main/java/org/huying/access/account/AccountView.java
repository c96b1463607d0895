package org.huying.access.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// An account as the security administrator sees it.
public record AccountView(
        UUID id,
        String login,
        String name,
        String kind,
        String status,
        boolean secondFactor,
        boolean mustChangePassword,
        Optional<Instant> lockedUntil,
        Instant createdAt,
        List<String> roles,
        int version) {}
