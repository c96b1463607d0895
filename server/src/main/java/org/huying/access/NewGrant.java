package org.huying.access;

import java.util.Optional;
import java.util.UUID;
import org.huying.territory.TerritoryCode;

/// A role to be given from now on without an end: for an area (empty: the whole country) and perhaps one unit.
public record NewGrant(String role, Optional<TerritoryCode> area, Optional<UUID> unit) {

    public static NewGrant of(String role, TerritoryCode area) {
        return new NewGrant(role, Optional.of(area), Optional.empty());
    }

    public static NewGrant of(String role, TerritoryCode area, UUID unit) {
        return new NewGrant(role, Optional.of(area), Optional.of(unit));
    }
}
