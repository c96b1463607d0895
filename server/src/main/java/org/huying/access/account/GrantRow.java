package org.huying.access.account;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.NewGrant;

/// A role given, as it stands in the table. `to` empty: no end.
public record GrantRow(
        String region,
        UUID account,
        UUID id,
        NewGrant grant,
        Instant from,
        Optional<Instant> to,
        UUID grantedBy) {}
