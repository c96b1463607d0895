package org.huying.access;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huying.territory.TerritoryCode;

/// A role given to an account for a place and perhaps one organisation. No `area` means the whole country; with a
/// `unit` the grant reaches only what that organisation has in hand.
public record Grant(
        String role, Optional<TerritoryCode> area, Optional<UUID> unit, Set<String> permissions) {

    public Grant {
        permissions = Set.copyOf(permissions);
    }
}
