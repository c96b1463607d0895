package org.huying.org;

import java.util.Optional;
import java.util.UUID;
import org.huying.territory.TerritoryCode;

/// A body that can be given work. `key` is its stable name in files and playbooks, unique within `region`; `anchor` is
/// the place it serves, `parent` the body above it.
public record Organisation(
        String region,
        UUID id,
        String key,
        String name,
        OrganisationKind kind,
        Optional<UUID> parent,
        Optional<TerritoryCode> anchor) {

    /// Whether whoever sits at the desk of its place speaks for it.
    public boolean ofPlace() {
        return OrganisationKind.OF_PLACE.contains(kind);
    }
}
