package org.huying.org;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The register of bodies. Answers come from a short-lived cache.
public interface Organisations {

    Optional<Organisation> byId(String region, UUID id);

    Optional<Organisation> byKey(String region, String key);

    /// Names by id; ids that are unknown are missing from the answer.
    Map<UUID, String> names(String region, Collection<UUID> ids);
}
