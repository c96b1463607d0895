package org.huying.access.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Caller;

/// An account as signing in needs it, with its secrets still sealed or hashed.
record AccountState(
        String region,
        UUID id,
        String login,
        String name,
        Caller.Kind kind,
        boolean active,
        Optional<String> passwordHash,
        List<String> passwordHistory,
        Optional<SealedSecret> totp,
        Optional<SealedSecret> totpPending,
        int failed,
        Optional<Instant> lockedUntil) {

    /// A name for the audit that is no personal data.
    String subject() {
        return "account " + id;
    }
}
